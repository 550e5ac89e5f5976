// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOutcome;
import java.util.Optional;

/** Derives the outcome from what was read. Pure; each line is a row of the table in the documentation. */
final class Verdict {
    private Verdict() {}

    /** The request was taken, or perhaps taken, and the operation was watched. */
    static CancelOutcome afterWatch(WatchOutcome watched, CancelEvidence evidence) {
        OperationName name = watched.name();
        return switch (watched.kind()) {
            case DONE -> ended(watched.orElseThrow(), evidence);
            case TIMED_OUT -> atDeadline(watched, evidence);
            case UNREADABLE -> CancelOutcome.unknown(name, watched.cause().orElseThrow(), evidence);
        };
    }

    /**
     * A read found it done, with no request of ours under way.
     *
     * @param evidence tells whether there was one before: then it may be our request that ended it
     */
    static CancelOutcome done(Operation operation, CancelEvidence evidence) {
        return evidence.requestStatus().mayHaveTakenEffect()
                ? ended(operation, evidence)
                : CancelOutcome.read(operation.name(), Kind.ALREADY_DONE, evidence);
    }

    /** Strict mode sent nothing, as the service documents no cancel for such a name. */
    static CancelOutcome keptBack(OperationName name, CancelEvidence evidence) {
        Status status = Status.of(Code.UNIMPLEMENTED, "not documented as cancellable; nothing was sent (strict)");
        return CancelOutcome.rejected(name, Kind.UNSUPPORTED, status, evidence);
    }

    /** The request was refused, and the operation was read to see why. */
    static CancelOutcome afterRefusal(Refused refused, Operation operation, CancelEvidence evidence) {
        OperationName name = operation.name();
        if (refused.kind() == Refused.Kind.NO_METHOD) {
            return unsupported(name, refused, evidence);
        }
        return operation.done()
                ? done(operation, evidence)
                : CancelOutcome.rejected(name, Kind.NOT_CANCELLABLE, refused.status(), evidence);
    }

    /** The request was refused, and the operation could not be read either. */
    static CancelOutcome afterRefusal(
            OperationName name, Refused refused, LongrunException unread, CancelEvidence evidence) {
        return switch (refused.kind()) {
            case NO_METHOD -> unsupported(name, refused, evidence);
            case NO_OPERATION ->
                isNotFound(unread)
                        ? CancelOutcome.rejected(name, Kind.NOT_FOUND, refused.status(), evidence)
                        : CancelOutcome.unknown(name, unread, evidence);
            case THIS_ONE -> CancelOutcome.unknown(name, unread, evidence);
        };
    }

    private static CancelOutcome unsupported(OperationName name, Refused refused, CancelEvidence evidence) {
        return CancelOutcome.rejected(name, Kind.UNSUPPORTED, refused.status(), evidence);
    }

    private static CancelOutcome ended(Operation operation, CancelEvidence evidence) {
        OperationName name = operation.name();
        return switch (operation.state()) {
            case RUNNING -> CancelOutcome.read(name, Kind.STILL_RUNNING, evidence);
            case SUCCEEDED -> CancelOutcome.read(name, Kind.COMPLETED_ANYWAY, evidence);
            case FAILED -> CancelOutcome.read(name, Kind.FAILED_ANYWAY, evidence);
            case CANCELLED -> CancelOutcome.read(name, Kind.CANCELLED, evidence);
        };
    }

    /** Only the newest read can say that it runs: an older one may be from before the cancel took effect. */
    private static CancelOutcome atDeadline(WatchOutcome timedOut, CancelEvidence evidence) {
        OperationName name = timedOut.name();
        Optional<Operation> seen = timedOut.operation();
        if (timedOut.history().lastIsFresh() && seen.isPresent() && !seen.get().done()) {
            return CancelOutcome.read(name, Kind.STILL_RUNNING, evidence);
        }
        return CancelOutcome.unknown(
                name,
                evidence.lastPollError()
                        .orElseGet(() -> new NoResponseException(name + ": the time was over before it could be read")),
                evidence);
    }

    private static boolean isNotFound(LongrunException error) {
        return error instanceof ApiException api && api.status().code() == Code.NOT_FOUND;
    }
}
