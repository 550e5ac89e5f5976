// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.NoResponseException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FuturesTest {

    @Test
    void forAValueIsThatValue() {
        assertThat(Futures.on(CompletableFuture.completedFuture("o"), "o")).isEqualTo("o");
    }

    @Test
    void forAFailureThrowsItAsItIs() {
        var failure = new NoResponseException("reset");
        assertThatThrownBy(() -> Futures.on(CompletableFuture.failedFuture(failure), "o"))
                .isSameAs(failure);
    }

    @Test
    void forAFailureBehindOtherStagesThrowsItAsItIs() {
        var failure = new NoResponseException("reset");
        var dependent = CompletableFuture.failedFuture(failure).thenApply(value -> value);
        assertThatThrownBy(() -> Futures.on(dependent, "o")).isSameAs(failure);
    }

    @Test
    void forAnUnexpectedFailureKeepsIt() {
        var failure = new IOException("odd");
        assertThatThrownBy(() -> Futures.on(CompletableFuture.failedFuture(failure), "o"))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(failure);
    }

    @Test
    void forWhatWasCancelledSaysThat() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        assertThatThrownBy(() -> Futures.on(cancelled, "o")).isInstanceOf(CancellationException.class);
    }

    @Test
    void endsByAnInterruptWhichCancelsTheFutureAndStaysSet() {
        CompletableFuture<String> never = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Futures.on(never, "o to be done"))
                .isInstanceOf(NoResponseException.class)
                .hasMessage("interrupted while waiting for o to be done; what was sent by then stands");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(never).isCancelled();
    }
}
