// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelOutcome.AlreadyDone;
import dev.longrun.cancel.CancelOutcome.Cancelled;
import dev.longrun.cancel.CancelOutcome.CompletedAnyway;
import dev.longrun.cancel.CancelOutcome.FailedAnyway;
import dev.longrun.cancel.CancelOutcome.NotCancellable;
import dev.longrun.cancel.CancelOutcome.NotFound;
import dev.longrun.cancel.CancelOutcome.StillRunning;
import dev.longrun.cancel.CancelOutcome.Unknown;
import dev.longrun.cancel.CancelOutcome.Unsupported;
import java.util.Locale;

/** The outcomes by name alone: to count them, and to write them down. The names are stable. */
public enum OutcomeKind {
    CANCELLED,
    COMPLETED_ANYWAY,
    FAILED_ANYWAY,
    ALREADY_DONE,
    NOT_CANCELLABLE,
    UNSUPPORTED,
    NOT_FOUND,
    STILL_RUNNING,
    UNKNOWN;

    public static OutcomeKind of(CancelOutcome outcome) {
        return outcome.fold(Kinds.INSTANCE);
    }

    /** Whether no later look can find otherwise; not so of one that ran on, or whose truth could not be read. */
    public boolean isFinal() {
        return this != STILL_RUNNING && this != UNKNOWN;
    }

    /** {@code completed anyway}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static final class Kinds implements CancelOutcome.Cases<OutcomeKind> {
        static final Kinds INSTANCE = new Kinds();

        @Override
        public OutcomeKind cancelled(Cancelled outcome) {
            return CANCELLED;
        }

        @Override
        public OutcomeKind completedAnyway(CompletedAnyway outcome) {
            return COMPLETED_ANYWAY;
        }

        @Override
        public OutcomeKind failedAnyway(FailedAnyway outcome) {
            return FAILED_ANYWAY;
        }

        @Override
        public OutcomeKind alreadyDone(AlreadyDone outcome) {
            return ALREADY_DONE;
        }

        @Override
        public OutcomeKind notCancellable(NotCancellable outcome) {
            return NOT_CANCELLABLE;
        }

        @Override
        public OutcomeKind unsupported(Unsupported outcome) {
            return UNSUPPORTED;
        }

        @Override
        public OutcomeKind notFound(NotFound outcome) {
            return NOT_FOUND;
        }

        @Override
        public OutcomeKind stillRunning(StillRunning outcome) {
            return STILL_RUNNING;
        }

        @Override
        public OutcomeKind unknown(Unknown outcome) {
            return UNKNOWN;
        }
    }
}
