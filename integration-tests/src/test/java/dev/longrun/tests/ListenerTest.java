// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.http.Origin;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A listener hears every attempt, and can harm none. */
class ListenerTest {
    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @BeforeEach
    void anOperationBehindTwoFailures() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        harness.server.faults().on(ApiMethod.GET).once(Fault.lostResponse());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private OperationsClient client(Consumer<AttemptEvent> listener) {
        return harness.clientBuilder()
                .listener(ClientListener.ofAttempts(listener))
                .build();
    }

    @Test
    void hearsEachAttemptWithItsNumberAndItsEnd() {
        List<AttemptEvent> events = new CopyOnWriteArrayList<>();
        try (OperationsClient client = client(events::add)) {
            client.operations().get(name);
        }
        assertThat(events).extracting(AttemptEvent::number).containsExactly(1, 2, 3);
        assertThat(events).extracting(AttemptEvent::httpStatus).containsExactly(503, 0, 200);
        assertThat(events).extracting(AttemptEvent::problem).containsExactly("UNAVAILABLE", "connection lost", "");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.call().service()).isEqualTo("file.googleapis.com");
            assertThat(event.call().method()).isEqualTo("get");
            assertThat(event.call().subject()).isEqualTo(name.value());
            assertThat(event.call().origin()).isEqualTo(Origin.parse(harness.server.url()));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.longrun.tests.SnapshotListenerTest#throwables")
    @Timeout(20)
    void thatThrowsChangesNothing(Throwable thrown) throws Exception {
        try (OperationsClient client = client(event -> Undeclared.thrown(thrown))) {
            Operations operations = client.operations();
            assertThat(operations.get(name).done()).isFalse();
            harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            assertThat(operations.getAsync(name).get().done()).isFalse();
        }
        assertThat(harness.requests(ApiMethod.GET)).isEqualTo(5);
    }
}
