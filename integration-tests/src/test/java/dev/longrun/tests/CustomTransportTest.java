// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.error.NoResponseException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.service.OperationName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transport of the application. */
@Timeout(30)
class CustomTransportTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    CustomTransportTest() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<HttpResponse>> unanswered = new CopyOnWriteArrayList<>();
    private boolean closed;

    private final Transport memory = new Transport() {
        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
            sent.add(request);
            CompletableFuture<HttpResponse> response = new CompletableFuture<>();
            unanswered.add(response);
            return response;
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    private HttpResponse running() {
        String body = "{\"name\":\"" + name.value() + "\"}";
        return new HttpResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void respondsWheneverItLikesWithoutAThread() {
        try (OperationsClient client = harness.clientBuilder().transport(memory).build()) {
            CompletableFuture<?> read = client.operations().getAsync(name);
            while (unanswered.isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(read).isNotDone();
            unanswered.get(0).complete(running());
            assertThat(read).succeedsWithin(AMPLE);
        }
        assertThat(sent).hasSize(1);
        assertThat(closed).isTrue();
    }

    @Test
    void isToldThatARequestIsNotWantedAnyMore() {
        try (OperationsClient client = harness.clientBuilder().transport(memory).build()) {
            CompletableFuture<?> read = client.operations().getAsync(name);
            while (unanswered.isEmpty()) {
                Thread.onSpinWait();
            }
            read.cancel(true);
            assertThat(unanswered.get(0)).isCancelled();
        }
    }

    @Test
    void thatThrowsFailsTheCall() {
        Transport broken = new Transport() {
            @Override
            public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
                throw new IllegalStateException("mine");
            }

            @Override
            public void close() {}
        };
        try (OperationsClient client = harness.clientBuilder().transport(broken).build()) {
            assertThat(client.operations().getAsync(name))
                    .failsWithin(AMPLE)
                    .withThrowableThat()
                    .withCauseInstanceOf(NoResponseException.class);
            assertThatThrownBy(() -> client.operations().get(name))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("the transport failed with java.lang.IllegalStateException: mine");
        }
    }
}
