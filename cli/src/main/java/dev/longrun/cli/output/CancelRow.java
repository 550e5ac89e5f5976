// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelOutcome;
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
        return outcome.kind().name();
    }

    @Override
    public List<String> cells() {
        return List.of(
                label(),
                outcome.name().value(),
                Elapsed.seconds(outcome.evidence().elapsed()),
                Integer.toString(outcome.evidence().polls()),
                OutcomePresenter.note(outcome));
    }

    @Override
    public String json() {
        return outcome.toJson();
    }

    @Override
    public ExitCode exitCode() {
        return OutcomePresenter.exitCode(outcome);
    }
}
