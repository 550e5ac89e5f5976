// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt stops the waiting, and only that. */
class InterruptTest {
    private final Harness harness = Harness.manual();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    /** What a blocking get came to on a thread that was still interrupted afterwards. */
    private LongrunException get() {
        LongrunException thrown = catchThrowableOfType(
                LongrunException.class, () -> harness.client.operations().get(name));
        assertThat(Thread.interrupted()).isTrue();
        return thrown;
    }

    @Test
    void beforeTheCallKeepsItFromBeingSent() {
        Thread.currentThread().interrupt();
        assertThat(get())
                .isInstanceOf(UnreachableException.class)
                .hasMessage(Harness.about(ApiMethod.GET, name) + "interrupted before anything was sent");
        assertThat(harness.server.requests()).isEmpty();
    }

    @Test
    void betweenTwoAttemptsEndsTheCall() throws Exception {
        harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
        CompletableFuture<LongrunException> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> failure.complete(get()));
        caller.start();
        harness.time.awaitPending(1);
        caller.interrupt();
        assertThat(failure.get(10, TimeUnit.SECONDS))
                .isInstanceOf(NoResponseException.class)
                .hasMessage(Harness.about(ApiMethod.GET, name)
                        + "interrupted while waiting to try again; what was sent by then stands")
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(harness.time.pending()).isZero();
        assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
    }

    @Test
    void leavesTheServerAlone() {
        harness.operation(name).neverEnds();
        Thread.currentThread().interrupt();
        get();
        assertThat(harness.server.operationRecord(name.value()).cancelRequests())
                .isZero();
    }
}
