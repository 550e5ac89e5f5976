// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.examples.springboot.RunningApplication.Response;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;

/** The application over real HTTP, a client of the fake server. */
@Timeout(120)
class CancelApplicationTest {
    private static final String PARENT = "//file.googleapis.com/projects/acme/locations/us-central1";

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = new RunningApplication();
    }

    @AfterAll
    static void close() {
        application.close();
    }

    private static String name(String id) {
        return PARENT + "/operations/" + id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/cancel-async"})
    void outcomeIsTheJsonOfTheCommand(String path) {
        Response response = application.post(path, name("completes-500-" + path.length()));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.type()).startsWith("application/json");
        JsonNode json = response.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "schemaVersion",
                        "name",
                        "service",
                        "version",
                        "outcome",
                        "request",
                        "acknowledged",
                        "polls",
                        "elapsedMs",
                        "operation");
        assertThat(json.get("outcome").asString()).isEqualTo("COMPLETED_ANYWAY");
        assertThat(json.get("name").asString()).endsWith("completes-500-" + path.length());
        assertThat(json.at("/operation/done").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/cancel-async"})
    void unknownNameIsABadRequest(String path) {
        Response response = application.post(path, "//nope.example.com/operations/o");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.type()).isEqualTo("application/problem+json");
        assertThat(response.json().get("detail").asString()).contains("nope.example.com");
        assertThat(application.post(path, "operation-17").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/cancel-async"})
    void unreachableServiceIsUnavailable(String path) {
        try (RunningApplication unreachable =
                new RunningApplication("longrun.endpoint=http://127.0.0.1:1", "longrun.cancel.timeout=2s")) {
            Response response = unreachable.post(path, name("completes-0-a"));
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.type()).isEqualTo("application/problem+json");
            assertThat(response.json().get("mayHaveTakenEffect").asBoolean()).isFalse();
            assertThat(response.body()).doesNotContain("127.0.0.1");
        }
    }

    @Test
    void metersOfTheClientAreInTheMetricsOfActuator() {
        application.post("/cancel", name("cancels-0-meters"));
        JsonNode names = application.get("/actuator/metrics").json().get("names");
        List<String> meters = names.valueStream().map(JsonNode::asString).toList();
        assertThat(meters).contains("longrun.operations", "longrun.requests", "longrun.watcher.operations");
        JsonNode cancels = application
                .get("/actuator/metrics/longrun.operations?tag=longrun.outcome:CANCELLED")
                .json();
        assertThat(cancels.at("/measurements/0/value").asDouble()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void healthShowsTheClient() {
        long before = application.server.requestCount();
        JsonNode health = application.get("/actuator/health").json();
        assertThat(health.at("/components/longrun/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/longrun/details/watcher/watched").isInt())
                .isTrue();
        assertThat(application.server.requestCount()).isEqualTo(before);
    }

    @Test
    void thereIsNoSweepWithoutAParent() {
        assertThat(application.context.getBeansOfType(OldOperationsSweep.class)).isEmpty();
    }

    @Test
    void sweepCancelsOldOperations() {
        try (RunningApplication sweeping = sweeping("1h")) {
            String old = operation(sweeping);
            var results = sweeping.context.getBean(OldOperationsSweep.class).sweep();
            assertThat(results)
                    .singleElement()
                    .satisfies(result -> assertThat(result.describe()).contains("old: cancelled"));
            assertThat(sweeping.server.operationRecord(old).state().terminalState())
                    .contains(TerminalState.CANCELLED);
        }
    }

    @Test
    void sweepLeavesYoungOperations() {
        try (RunningApplication sweeping = sweeping("36500d")) {
            String young = operation(sweeping);
            assertThat(sweeping.context.getBean(OldOperationsSweep.class).sweep())
                    .isEmpty();
            assertThat(sweeping.server.operationRecord(young).state().terminalState())
                    .isEmpty();
        }
    }

    /** Sweeps only when the test calls it. */
    private static RunningApplication sweeping(String olderThan) {
        return new RunningApplication("sweep.parent=" + PARENT, "sweep.older-than=" + olderThan, "sweep.cron=-");
    }

    private static String operation(RunningApplication sweeping) {
        String name = "projects/acme/locations/us-central1/operations/old";
        sweeping.server.operation(name).cancelsAfter(Duration.ofMillis(10));
        return name;
    }

    @Test
    void applicationEndsWithoutLeavingItsClientOpen() {
        RunningApplication other = new RunningApplication();
        assertThat(SpringApplication.exit(other.context)).isZero();
        assertThat(other.context.isActive()).isFalse();
        other.close();
    }
}
