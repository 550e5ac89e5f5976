// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTimersTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandTime time = new HandTime();
    private final CallTimers pauses = new CallTimers(time, Runnable::run);

    @Test
    void endWhenTheirTimeIsOver() {
        CompletableFuture<Boolean> pause = pauses.pause(SECOND);
        time.advance(Duration.ofMillis(999));
        assertThat(pause).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(pause).isCompleted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void ofNoLengthAreOverAtOnce(Duration none) {
        assertThat(pauses.pause(none)).isCompleted();
        assertThat(time.pending()).isZero();
    }

    @Test
    void thatAreCancelledLeaveTheTimer() {
        pauses.pause(SECOND).cancel(false);
        assertThat(time.pending()).isZero();
    }

    @Test
    void areForgottenOnceTheyEnded() {
        pauses.pause(SECOND);
        pauses.pause(SECOND).cancel(false);
        assertThat(pauses.open()).isEqualTo(1);
        time.advance(SECOND);
        assertThat(pauses.open()).isZero();
    }

    @Test
    void allEndWhenTheClientIsClosed() {
        CompletableFuture<Boolean> before = pauses.pause(SECOND);
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        pauses.endOnClose(turn);
        pauses.close();
        assertThat(before).isCompletedWithValue(false);
        assertThat(turn).isCompletedWithValue(false);
        assertThat(pauses.pause(SECOND)).isCompletedWithValue(false);
        assertThat(time.pending()).isZero();
        assertThat(pauses.closed()).isTrue();
    }
}
