// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.service.OperationName;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code cancel_operations}. */
record CancelOperationsTool(AgentSession session, PlanLedger ledger) implements AgentTool {
    static final String NAME = "cancel_operations";
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public Tool definition() {
        InputSchema schema = new InputSchema()
                .text("plan_id", "The planId of an answer of plan_sweep in this session, not older than ten minutes.")
                .texts("names", "Only these operations of the plan, by their names in it; all if it is left out.")
                .whole(
                        "timeout_seconds",
                        (int) LONGEST.toSeconds(),
                        (int) USUAL.toSeconds(),
                        "For each request and the reads that follow it.")
                .required("plan_id");
        return AgentTool.destructive(
                NAME,
                "Cancel operations of a plan",
                "Asks the services to cancel operations of a plan, reads each until its end or the timeout, and returns"
                        + " what became of each: only CANCELLED says that it was stopped. A cancel is not undone: be"
                        + " sure that the user wants it for each of these operations. "
                        + ToolTexts.UNTRUSTED,
                schema.build());
    }

    @Override
    public Mono<ToolAnswer> call(ToolArguments arguments, CallProgress progress) {
        String plan = arguments.required("plan_id");
        CancelOptions each = CancelOptions.defaults().withTimeout(arguments.seconds("timeout_seconds", USUAL));
        Set<OperationName> names = ledger.claim(plan, arguments.texts("names"));
        session.console().note("lro: cancels %s operations of %s".formatted(names.size(), plan));
        CancelTally tally = new CancelTally(plan);
        return Mono.using(
                () -> session.client()
                        .canceller()
                        .cancelAll(names, BatchOptions.defaults().withCancelOptions(each)),
                batch -> results(batch, tally, names.size(), progress),
                this::close);
    }

    private static Mono<ToolAnswer> results(CancelBatch batch, CancelTally tally, int total, CallProgress progress) {
        return Mono.defer(() -> Mono.fromFuture(batch.nextAsync()))
                .repeat()
                .takeWhile(Optional::isPresent)
                .map(Optional<CancelResult>::orElseThrow)
                .doOnNext(result -> {
                    tally.add(result);
                    progress.tell(tally.size(), total, result.describe());
                })
                .then(Mono.fromSupplier(() -> ToolAnswer.of(tally.json())));
    }

    /** A call that is stopped early tells on stderr what it leaves. */
    private void close(CancelBatch batch) {
        batch.close();
        List<OperationName> sent = batch.sentWithoutOutcome();
        if (!sent.isEmpty()) {
            session.console().error("stopped; their cancel may have been sent, and their outcome is not known:");
            sent.forEach(name -> session.console().error("  " + name.fullName()));
        }
    }
}
