// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {
    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(2);
    private final List<Integer> begun = new ArrayList<>();

    private void submit(int number, boolean wanted) {
        limiter.submit(() -> wanted && begun.add(number));
    }

    @Test
    void beginsSoManyAtOnceAndTheOthersInOrder() {
        for (int i = 1; i <= 4; i++) {
            submit(i, true);
        }
        assertThat(begun).containsExactly(1, 2);
        assertThat(limiter.inFlight()).isEqualTo(2);
        limiter.release();
        assertThat(begun).containsExactly(1, 2, 3);
        limiter.release();
        limiter.release();
        limiter.release();
        assertThat(begun).containsExactly(1, 2, 3, 4);
        assertThat(limiter.inFlight()).isZero();
    }

    @Test
    void aRequestThatIsNoLongerWantedTakesNoPlace() {
        submit(1, true);
        submit(2, true);
        submit(3, false);
        submit(4, true);
        assertThat(limiter.queued()).isEqualTo(2);
        limiter.release();
        assertThat(begun).containsExactly(1, 2, 4);
        assertThat(limiter.inFlight()).isEqualTo(2);
    }
}
