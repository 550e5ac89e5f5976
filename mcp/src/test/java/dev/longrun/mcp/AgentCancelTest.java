// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.testkit.FakeOperationsServer;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent may cancel with {@code --allow-cancel}, by the client of the SDK. */
@Timeout(240)
class AgentCancelTest {
    private static final String PARENT = "projects/p/locations/us-central1";
    private static final String FULL = "//file.googleapis.com/" + PARENT;
    private static final String OPERATIONS = PARENT + "/operations/";

    private final FakeOperationsServer server = FakeOperationsServer.start();
    private AgentClient agent;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws IOException {
        server.operation(OPERATIONS + "one").cancelsAfter(Duration.ZERO);
        server.operation(OPERATIONS + "two").completesAnywayAfter(Duration.ZERO);
        server.operation(OPERATIONS + "three").cancelsAfter(Duration.ZERO);
        server.operation(OPERATIONS + "ended").alreadyDone();
        agent = AgentClient.start(directory, "--allow-cancel", "--max-ops=2", "--endpoint", server.url());
    }

    @AfterEach
    void close() {
        agent.close();
        server.close();
    }

    @Test
    void offersTheToolAsDestructive() {
        assertThat(agent.client().listTools().tools())
                .filteredOn(tool -> tool.name().equals("cancel_operations"))
                .extracting(Tool::annotations)
                .singleElement()
                .satisfies(hints -> {
                    assertThat(hints.destructiveHint()).isTrue();
                    assertThat(hints.readOnlyHint()).isFalse();
                });
    }

    @Test
    void cancelsInsideThePlanAndReportsEachOutcome() {
        JsonObject answer = agent.answer(
                "cancel_operations",
                Map.of("plan_id", plan("name=*o*"), "names", List.of(OPERATIONS + "one", FULL + "/operations/two")));
        assertThat(answer.objects("results"))
                .extracting(row -> row.string("name").orElseThrow() + " "
                        + row.string("outcome").orElseThrow())
                .containsExactlyInAnyOrder(OPERATIONS + "one CANCELLED", OPERATIONS + "two COMPLETED_ANYWAY");
        assertThat(answer.object("counts").orElseThrow().integer("CANCELLED")).hasValue(1);
        assertThat(cancels("three")).isZero();
    }

    @Test
    void isRefusedOutsideThePlan() {
        String plan = plan("name=one");
        assertThat(agent.refusal(
                        "cancel_operations",
                        Map.of("plan_id", plan, "names", List.of(OPERATIONS + "one", OPERATIONS + "three"))))
                .contains("nothing was cancelled: not in plan ", OPERATIONS + "three", "only operations of the plan");
        assertThat(agent.refusal("cancel_operations", Map.of("plan_id", "plan-1")))
                .contains("there is no plan \\\"plan-1\\\" in this session; make one with plan_sweep");
        assertThat(cancels("one") + cancels("three")).isZero();
    }

    @Test
    void anOperationThatStartsAfterThePlanIsNotInIt() {
        String plan = plan("name=one");
        server.operation(OPERATIONS + "one-more").cancelsAfter(Duration.ZERO);
        agent.answer("cancel_operations", Map.of("plan_id", plan));
        assertThat(cancels("one")).isEqualTo(1);
        assertThat(cancels("one-more")).isZero();
    }

    @Test
    void isRefusedAboveMaxOps() {
        String plan = plan("name=*");
        assertThat(agent.refusal("cancel_operations", Map.of("plan_id", plan)))
                .contains("may cancel 2 operations (--max-ops), 2 are left, and these are 3");
        assertThat(cancels("one") + cancels("two") + cancels("three")).isZero();

        agent.answer(
                "cancel_operations",
                Map.of("plan_id", plan, "names", List.of(OPERATIONS + "one", OPERATIONS + "three")));
        assertThat(agent.refusal("cancel_operations", Map.of("plan_id", plan("name=two"))))
                .contains("0 are left, and these are 1");
        assertThat(cancels("two")).isZero();
    }

    private String plan(String filter) {
        return agent.answer("plan_sweep", Map.of("parents", List.of(FULL), "filters", List.of(filter)))
                .string("planId")
                .orElseThrow();
    }

    private int cancels(String id) {
        return server.operationRecord(OPERATIONS + id).cancelRequests();
    }
}
