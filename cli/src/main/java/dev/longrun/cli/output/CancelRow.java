// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.json.JsonWriter;
import dev.longrun.json.StatusWriter;
import dev.longrun.service.OperationName;
import java.util.List;

/** What became of an operation that was asked to stop. */
public record CancelRow(CancelOutcome outcome) implements Row {
    private static final int SLACK = 4;
    private static final int LONGEST_LABEL = "COMPLETED_ANYWAY".length();

    /** @param names what the second column has to hold */
    public static Columns columns(List<String> names) {
        return Columns.of("OUTCOME", "NAME", "ELAPSED", "READS", "NOTE")
                .withWidth(0, LONGEST_LABEL)
                .withWidth(1, NameWidths.longest(names));
    }

    /** Columns for many names that are not known yet, by the first of them: others may be somewhat longer. */
    public static Columns columns(OperationName first) {
        return columns(List.of(first.value())).withWidth(1, first.value().length() + SLACK);
    }

    /** {@code CANCELLED}, {@code STILL_RUNNING}, … as in JSON. */
    public String label() {
        return OutcomePresenter.of(outcome).label();
    }

    @Override
    public List<String> cells() {
        CancelEvidence evidence = outcome.evidence();
        OutcomePresenter verdict = OutcomePresenter.of(outcome);
        return List.of(
                verdict.label(),
                outcome.name().value(),
                Elapsed.seconds(evidence.elapsed()),
                Integer.toString(evidence.polls()),
                verdict.note());
    }

    @Override
    public String json() {
        CancelEvidence evidence = outcome.evidence();
        OutcomePresenter verdict = OutcomePresenter.of(outcome);
        JsonWriter json = RowJson.about(outcome.name())
                .put("outcome", verdict.label())
                .put("request", evidence.request().name())
                .put("acknowledged", evidence.acknowledged())
                .put("polls", evidence.polls())
                .put("elapsedMs", evidence.elapsed().toMillis());
        verdict.status().ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        evidence.lastSnapshot()
                .ifPresent(snapshot -> json.putRaw("operation", snapshot.json().raw()));
        if (outcome instanceof CancelOutcome.Unknown unknown) {
            json.putRaw("error", FailureJson.of(unknown.cause()));
        }
        return json.end();
    }

    @Override
    public ExitCode exitCode() {
        return OutcomePresenter.of(outcome).exitCode();
    }
}
