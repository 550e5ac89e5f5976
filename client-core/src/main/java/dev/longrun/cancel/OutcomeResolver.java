// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOutcome;
import java.util.Optional;

/**
 * Makes the outcome, or the failure, of what was read. Pure; each line is a row of the table of outcomes. The states
 * that come in have the newest read already.
 */
final class OutcomeResolver {
    private OutcomeResolver() {}

    /** Nothing was sent: such names have no cancel, or none is documented and the mode is strict. */
    static CancelState keptBack(OperationName name, CancelState state, CancelEvent event) {
        String why = name.hasCancel()
                ? "not documented as cancellable; nothing was sent (strict)"
                : "such names have no cancel, so nothing was sent; " + name.insteadOfCancel();
        Status status = Status.of(Code.UNIMPLEMENTED, why);
        return state.with(CancelOutcome.rejected(name, Kind.UNSUPPORTED, status, state.evidence(event.elapsed())));
    }

    /** The newest snapshot is done. */
    static CancelState ended(OperationName name, CancelState state, CancelEvent event) {
        Operation operation = requireNonNull(state.reads().last());
        return state.with(CancelOutcome.read(name, kind(operation, state), state.evidence(event.elapsed())));
    }

    private static Kind kind(Operation operation, CancelState state) {
        if (!state.status().mayHaveTakenEffect()) {
            return Kind.ALREADY_DONE;
        }
        return switch (operation.state()) {
            case RUNNING -> Kind.STILL_RUNNING;
            case SUCCEEDED -> Kind.COMPLETED_ANYWAY;
            case FAILED -> Kind.FAILED_ANYWAY;
            case CANCELLED -> Kind.CANCELLED;
            case ENDED -> Kind.ENDED;
        };
    }

    /** A read says NOT_FOUND, before any request or after one that may have been taken. */
    static CancelState notFound(OperationName name, CancelState state, CancelEvent event) {
        LongrunException cause = event.watched().cause().orElseThrow();
        CancelEvidence evidence = state.evidence(event.elapsed());
        return state.with(
                state.status().mayHaveTakenEffect()
                        ? CancelOutcome.unknown(name, cause, evidence)
                        : CancelOutcome.rejected(name, Kind.NOT_FOUND, ((ApiException) cause).status(), evidence));
    }

    /**
     * No request was sent, because the read before it failed until the deadline or for good. A request of an earlier
     * process may have been taken.
     */
    static CancelState notReadFirst(OperationName name, CancelState state, CancelEvent event) {
        return state.status().mayHaveTakenEffect()
                ? afterWatch(name, state, event)
                : state.with(cause(name, state, event.watched()));
    }

    /**
     * The log did not take the intent by the deadline, so no request was sent; an earlier process may have sent one.
     */
    static CancelState lateLog(OperationName name, CancelState state, CancelEvent event) {
        LongrunException late = CancelFailures.lateLog(name);
        if (!state.status().mayHaveTakenEffect()) {
            return state.with(late);
        }
        CancelEvidence evidence = state.evidence(event.elapsed());
        return state.with(
                state.reads().saysRunning()
                        ? CancelOutcome.read(name, Kind.STILL_RUNNING, evidence)
                        : CancelOutcome.unknown(name, late, evidence));
    }

    /** The request was rejected, none before it may have been taken, and the operation was read. */
    static CancelState afterRejection(OperationName name, CancelState state, CancelEvent event) {
        WatchOutcome watched = event.watched();
        CancelEvidence evidence = state.evidence(event.elapsed());
        CancelResponse response = requireNonNull(state.response());
        Status status = requireNonNull(response.rejection()).status();
        boolean wasRead = watched.kind() == WatchOutcome.Kind.DONE;
        if (wasRead && watched.orElseThrow().done()) {
            return ended(name, state, event);
        } else if (response.kind() == CancelResponse.Kind.NO_METHOD) {
            return state.with(CancelOutcome.rejected(name, Kind.UNSUPPORTED, status, evidence));
        } else if (wasRead) {
            return state.with(CancelOutcome.rejected(name, Kind.NOT_CANCELLABLE, status, evidence));
        } else if (response.kind() == CancelResponse.Kind.NO_OPERATION && isNotFound(watched)) {
            return state.with(CancelOutcome.rejected(name, Kind.NOT_FOUND, status, evidence));
        }
        return state.with(CancelOutcome.unknown(name, cause(name, state, watched), evidence));
    }

    /** The operation was watched to its end, to the deadline, or until it became unreadable. */
    static CancelState afterWatch(OperationName name, CancelState state, CancelEvent event) {
        WatchOutcome watched = event.watched();
        CancelEvidence evidence = state.evidence(event.elapsed());
        if (watched.kind() == WatchOutcome.Kind.DONE) {
            return ended(name, state, event);
        } else if (!state.status().mayHaveTakenEffect()) {
            return state.with(CancelFailures.nothingAskedFor(name, state, event.elapsed()));
        } else if (watched.kind() == WatchOutcome.Kind.TIMED_OUT
                && state.reads().saysRunning()) {
            return state.with(CancelOutcome.read(name, Kind.STILL_RUNNING, evidence));
        }
        return state.with(CancelOutcome.unknown(name, cause(name, state, watched), evidence));
    }

    static boolean isNotFound(WatchOutcome watched) {
        return watched.cause().orElse(null) instanceof ApiException api
                && api.status().code() == Code.NOT_FOUND;
    }

    private static LongrunException cause(OperationName name, CancelState state, WatchOutcome watched) {
        return watched.cause()
                .or(() -> Optional.ofNullable(state.reads().lastError()))
                .orElseGet(() -> CancelFailures.notRead(name));
    }
}
