// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.ServedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wait that the server does. */
class ServerSideWaitTest {
    private final Harness harness = Harness.start();
    private final Operations operations = harness.client.operations();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private ServedRequest onlyRequest() {
        return harness.server.requests().get(0);
    }

    @Test
    void returnsWhenTheOperationIsDone() {
        harness.operation(name).completesAfter(Duration.ofSeconds(20));
        assertThat(operations.wait(name, Duration.ofSeconds(30)).state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(onlyRequest().line()).isEqualTo("POST /v1/" + name + ":wait?timeout=30s");
        assertThat(onlyRequest().body()).isEmpty();
    }

    @Test
    void returnsWhatItIsWhenTheTimeIsOver() {
        harness.operation(name).neverEnds();
        assertThat(operations.wait(name, Duration.ofMillis(2500)).state()).isEqualTo(Operation.State.RUNNING);
        assertThat(onlyRequest().query()).isEqualTo("timeout=2.5s");
    }

    @Test
    void putsTheTimeIntoTheBodyWhereTheBindingHasOne() {
        ServiceDefinition other = ServiceTable.parse("other", """
                        service  other.googleapis.com
                        versions v2
                        names
                          projects/*/operations/*  get wait
                        """).definition("other.googleapis.com", "v2");
        OperationName operation = OperationName.of(other, "projects/p/operations/done-x");
        try (Harness with = Harness.serving(other)) {
            with.client.operations().wait(operation, Duration.ofSeconds(9));
            assertThat(with.server.requests().get(0).line()).isEqualTo("POST /v2/" + operation + ":wait");
            assertThat(with.server.requests().get(0).body()).isEqualTo("{\"timeout\":\"9s\"}");
        }
    }

    @Test
    void keepsTheSocketOpenLongerThanTheServerWaits() {
        harness.operation(name).neverEnds();
        List<Duration> timeouts = new ArrayList<>();
        OkHttpClient watched = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    timeouts.add(Duration.ofNanos(chain.call().timeout().timeoutNanos()));
                    return chain.proceed(chain.request());
                })
                .build();
        try (OperationsClient client = harness.clientBuilder().http(watched).build()) {
            client.operations().wait(name, Duration.ofMinutes(2));
            client.operations()
                    .with(CallOptions.defaults().withAttemptTimeout(Duration.ofSeconds(50)))
                    .wait(name, Duration.ofSeconds(1));
        }
        assertThat(timeouts).containsExactly(Duration.ofSeconds(130), Duration.ofSeconds(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT9000H", "PT2562047788015215H"})
    void refusesATimeThatMakesNoSense(Duration timeout) {
        assertThatThrownBy(() -> operations.wait(name, timeout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the time to wait must be zero to PT8760H, for example PT30S; got " + timeout);
        assertThat(harness.server.requests()).isEmpty();
    }
}
