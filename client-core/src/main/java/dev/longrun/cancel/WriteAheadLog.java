// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A log that is written before and after each cancel request, so that another process can continue after a crash.
 *
 * <pre>{@code
 * try (CancelJournal journal = CancelJournal.create(path)) {
 *     client.canceller().cancel(name, CancelOptions.defaults().withWriteAheadLog(journal));
 * }
 * }</pre>
 *
 * <p>The order for each name is {@link #intent}, {@link #response}, {@link #outcome}, or {@link #intent},
 * {@link #failure}. A cancel that needs no request begins with its outcome.
 *
 * <p>The methods are called from several threads at once. They should return quickly: in a batch,
 * {@link #previousRequest} and {@link #intent} run on the thread that feeds the batch and may block, which delays only
 * that batch; otherwise they run on a thread of the client. A log that throws or fails never changes an outcome: before
 * the request, the request is not sent; afterwards, the cancel continues. In a batch a log that fails also stops new
 * names. Each method does nothing unless overridden.
 */
public interface WriteAheadLog {

    /**
     * The status of a request that an earlier process sent or was about to send, without a final outcome. Empty if
     * there was none: then the request is sent without a read before it. Otherwise the operation is read first, until
     * the deadline if reads fail, and the request is sent only if a read says that the operation runs.
     */
    default Optional<RequestStatus> previousRequest(OperationName name) {
        return Optional.empty();
    }

    /**
     * The request is about to be sent: it leaves when the future completes, and does not leave when the future fails or
     * is not complete at the deadline. Repetitions of a request are not logged.
     */
    default CompletableFuture<Void> intent(OperationName name) {
        return CompletableFuture.completedFuture(null);
    }

    /** How the service answered the last request; never waited for. */
    default void response(OperationName name, RequestStatus status) {}

    /**
     * What became of the operation. The caller learns the outcome when the future has ended, however it ends, and 0.2 s
     * after the deadline at the latest.
     */
    default CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return CompletableFuture.completedFuture(null);
    }

    /** There is no outcome. The caller gets this exception as it gets an {@link #outcome}. */
    default CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return CompletableFuture.completedFuture(null);
    }

    /** A log that remembers nothing. */
    static WriteAheadLog none() {
        return NoWriteAheadLog.INSTANCE;
    }
}
