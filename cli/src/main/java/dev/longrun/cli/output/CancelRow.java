// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelOutcome;
import java.util.List;

/** What became of an operation after a cancel. */
public record CancelRow(CancelOutcome outcome) implements Row {
    private static final int LONGEST_LABEL = "COMPLETED_ANYWAY".length();

    /** Columns that are wide enough for the names. */
    public static Columns columns(List<String> names) {
        return Columns.of("OUTCOME", "NAME", "ELAPSED", "READS", "NOTE")
                .withWidth(0, LONGEST_LABEL)
                .withWidth(1, names);
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
    public String serviceName() {
        return outcome.name().service().name();
    }

    @Override
    public ExitCode exitCode() {
        return OutcomePresenter.exitCode(outcome);
    }
}
