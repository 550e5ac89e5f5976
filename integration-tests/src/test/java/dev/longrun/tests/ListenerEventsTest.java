// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.error.ApiException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The events of calls and operations that listeners get. */
@Timeout(30)
class ListenerEventsTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    ListenerEventsTest() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private final List<String> events = new CopyOnWriteArrayList<>();

    private final ClientListener recording = new ClientListener() {
        @Override
        public void callStarted(CallEvent call) {
            events.add(call.method() + " started");
        }

        @Override
        public void attemptEnded(AttemptEvent attempt) {
            events.add("attempt " + attempt.number() + ' ' + attempt.httpStatus());
        }

        @Override
        public void callEnded(CallEvent call) {
            events.add(call.method() + " ended after " + call.attempts()
                    + call.failure()
                            .map(failure -> " by " + failure.getClass().getSimpleName())
                            .orElse(""));
        }

        @Override
        public void operationStarted(OperationEvent operation) {
            events.add(operation.kind() + " started");
        }

        @Override
        public void operationEnded(OperationEvent operation) {
            events.add(operation.kind() + " ended " + operation.outcome());
        }
    };

    private OperationsClient client() {
        return harness.clientBuilder().listener(recording).build();
    }

    @Test
    void seeTheStartAndTheEndOfACall() {
        harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        try (OperationsClient client = client()) {
            client.operations().get(name);
        }
        assertThat(events).containsExactly("get started", "attempt 1 503", "attempt 2 200", "get ended after 2");
    }

    @Test
    void seeAFailureOfACall() {
        harness.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
        try (OperationsClient client = client()) {
            assertThatThrownBy(() -> client.operations().get(name)).isInstanceOf(ApiException.class);
            assertThat(client.operations().getAsync(name)).failsWithin(AMPLE);
        }
        assertThat(events)
                .filteredOn(event -> event.startsWith("get ended"))
                .containsExactly("get ended after 1 by ApiException", "get ended after 1 by ApiException");
    }

    @Test
    void seeOneEndOfACallThatIsCancelled() {
        harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
        try (OperationsClient client = client()) {
            client.operations().getAsync(name).cancel(true);
        }
        assertThat(events)
                .filteredOn(event -> event.startsWith("get ended"))
                .singleElement()
                .asString()
                .endsWith("by CancellationException");
    }

    @Test
    void seeCancelsAndWatches() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
        try (OperationsClient client = client()) {
            client.canceller().cancel(name);
        }
        assertThat(events).contains("CANCEL started", "CANCEL ended CANCELLED");
    }

    @Test
    void areSeveralAndOneThatThrowsKeepsNoneFromItsEvents() {
        ClientListener broken = new ClientListener() {
            @Override
            public void callStarted(CallEvent call) {
                throw new IllegalStateException("mine");
            }

            @Override
            public void operationEnded(OperationEvent operation) {
                throw new AssertionError("mine");
            }
        };
        harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
        try (OperationsClient client =
                harness.clientBuilder().listener(broken).listener(recording).build()) {
            client.operations().get(name);
            client.canceller().cancel(name);
        }
        assertThat(events).contains("get started", "CANCEL ended CANCELLED");
    }
}
