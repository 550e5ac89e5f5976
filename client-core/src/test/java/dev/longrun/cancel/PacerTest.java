// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final int AT_A_TIME = 64;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private final HandTime time = new HandTime();
    private final List<Integer> begun = new ArrayList<>();

    private Pacer pacer(double perSecond) {
        return new Pacer(time, new Pace(perSecond));
    }

    private void passUpTo(int count, Pacer pacer) {
        IntStream.range(0, count).forEach(i -> pacer.pass(() -> begun.add(i)));
    }

    @Test
    void theRestWaitsUntilOneIsDone() {
        Pacer pacer = pacer(UNLIMITED);
        passUpTo(AT_A_TIME + 2, pacer);
        assertThat(begun).hasSize(AT_A_TIME);
        pacer.done();
        assertThat(begun).hasSize(AT_A_TIME + 1).endsWith(AT_A_TIME);
    }

    @Test
    void aPaceIsKeptWithOneTimer() {
        Pacer pacer = pacer(10);
        passUpTo(3, pacer);
        assertThat(begun).containsExactly(0);
        assertThat(time.pending()).isEqualTo(1);
        time.advance(Duration.ofMillis(100));
        assertThat(begun).containsExactly(0, 1);
        time.advance(Duration.ofMillis(100));
        assertThat(begun).containsExactly(0, 1, 2);
        assertThat(time.pending()).isZero();
    }

    @Test
    void whatIsForgottenNeverBegins() {
        Pacer pacer = pacer(10);
        passUpTo(3, pacer);
        pacer.clear();
        time.advance(Duration.ofMinutes(1));
        assertThat(begun).containsExactly(0);
    }

    @Test
    void aHundredThousandThatAreDoneAtOnceDoNotNest() {
        Pacer pacer = pacer(UNLIMITED);
        IntStream.range(0, AT_A_TIME).forEach(i -> pacer.pass(() -> {}));
        IntStream.range(0, 100_000)
                .forEach(i -> pacer.pass(() -> {
                    begun.add(i);
                    pacer.done();
                }));
        assertThat(begun).isEmpty();
        pacer.done();
        assertThat(begun).hasSize(100_000).isSorted();
    }

    @Test
    void oneThatTakesLongToBeginHoldsUpNoneOfTheOthers() throws InterruptedException {
        Pacer pacer = pacer(UNLIMITED);
        var beginning = new CountDownLatch(1);
        var othersBegan = new CountDownLatch(1);
        Thread slow = new Thread(() -> pacer.pass(() -> {
            beginning.countDown();
            await(othersBegan);
        }));
        slow.start();
        beginning.await();
        passUpTo(2, pacer);
        assertThat(begun).containsExactly(0, 1);
        othersBegan.countDown();
        slow.join();
    }

    @Test
    void oneThatPassesAnotherBeginsItAfterItself() {
        Pacer pacer = pacer(UNLIMITED);
        pacer.pass(() -> {
            pacer.pass(() -> begun.add(2));
            begun.add(1);
        });
        assertThat(begun).containsExactly(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
