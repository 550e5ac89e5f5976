// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.List;

/**
 * What became of an operation that was asked to stop.
 *
 * <pre>{@code
 * switch (client.canceller().cancel(name)) {                    // Java 21; on 17 use fold or instanceof
 *     case CancelOutcome.Cancelled stopped -> …
 *     case CancelOutcome.StillRunning running -> …
 *     …
 * }
 * }</pre>
 */
public sealed interface CancelOutcome {
    OperationName name();

    CancelEvidence evidence();

    <R> R fold(Cases<R> cases);

    /** One line for people: what became of it, how long that took, how often it was read. */
    default String describe() {
        return fold(new Description());
    }

    /** Whether the operation was stopped by a cancel. */
    default boolean isCancelled() {
        return this instanceof Cancelled;
    }

    /** The operation ended with code CANCELLED after our request. Not a word on what it had done before. */
    record Cancelled(OperationName name, Operation operation, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }

    /** It ran to its end all the same: with a response, or done with none. */
    record CompletedAnyway(OperationName name, Operation operation, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.completedAnyway(this);
        }
    }

    /** It ended with an error of its own. */
    record FailedAnyway(OperationName name, Operation operation, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.failedAnyway(this);
        }
    }

    /**
     * It was done before: at the first look, or the service refused the cancel and the operation turned out to be done.
     */
    record AlreadyDone(OperationName name, Operation operation, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.alreadyDone(this);
        }
    }

    /** The service refused to cancel this one, and it runs on. */
    record NotCancellable(OperationName name, Status status, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notCancellable(this);
        }
    }

    /**
     * There is no cancel for such names.
     *
     * @param documented the cancel patterns that the service does document
     */
    record Unsupported(OperationName name, Status status, List<String> documented, CancelEvidence evidence)
            implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unsupported(this);
        }
    }

    /** Neither the cancel nor a read found it: a wrong name, or an operation long forgotten. */
    record NotFound(OperationName name, Status status, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notFound(this);
        }
    }

    /** Not done when the time was over; the last read said so. It can be watched on, or cancelled again. */
    record StillRunning(OperationName name, Operation operation, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stillRunning(this);
        }
    }

    /** The request went out, and what became of the operation could not be read. */
    record Unknown(OperationName name, LongrunException cause, CancelEvidence evidence) implements CancelOutcome {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknown(this);
        }
    }

    /** A method for each outcome: whoever implements it has thought of all of them. */
    interface Cases<R> {
        R cancelled(Cancelled outcome);

        R completedAnyway(CompletedAnyway outcome);

        R failedAnyway(FailedAnyway outcome);

        R alreadyDone(AlreadyDone outcome);

        R notCancellable(NotCancellable outcome);

        R unsupported(Unsupported outcome);

        R notFound(NotFound outcome);

        R stillRunning(StillRunning outcome);

        R unknown(Unknown outcome);
    }
}
