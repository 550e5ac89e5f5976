// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.service.OperationParent;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code plan_sweep}. */
record PlanSweepTool(AgentSession session, PlanLedger ledger) implements AgentTool {
    private static final String CANCELS = "cancel_operations cancels operations of the plan within ten minutes. ";
    private static final String CANCELS_NOTHING =
            "This server was started without --allow-cancel, so a plan is for the user to read. ";

    @Override
    public Tool definition() {
        InputSchema schema = SweepArguments.addTo(
                        new InputSchema().texts("parents", "Where to look. " + ToolTexts.PARENT))
                .flag(
                        "list_locations",
                        "Ask the service for its locations where a parent ends in /locations/-, and look in each.");
        return AgentTool.readOnly(
                "plan_sweep",
                "Plan what to cancel",
                "Finds running operations by what they do, and cancels nothing. The answer has a planId and all"
                        + " operations of the plan. "
                        + (session.maxCancels().isPresent() ? CANCELS : CANCELS_NOTHING) + ToolTexts.UNTRUSTED,
                NameScope.addTo(schema).build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        List<OperationParent> parents = new NameScope(session).parents(arguments, arguments.texts("parents"));
        Sweep sweep = SweepArguments.sweep(parents, arguments);
        return everywhere(sweep, arguments.flag("list_locations"))
                .flatMap(this::plan)
                .transform(ListLimit.of("the lists of operations"))
                .map(this::keep);
    }

    private Mono<Sweep> everywhere(Sweep sweep, boolean listLocations) {
        return listLocations
                ? Mono.fromFuture(
                        () -> sweep.inEachLocationAsync(session.client().locations()))
                : Mono.just(sweep);
    }

    private Mono<SweepPlan> plan(Sweep sweep) {
        return Mono.fromFuture(() -> sweep.planAsync(
                session.client().operations(), session.environment().time().now()));
    }

    private ToolAnswer keep(SweepPlan plan) {
        String id = ledger.keep(plan.names());
        return ToolAnswer.of(new PlanJson(id, plan).json());
    }
}
