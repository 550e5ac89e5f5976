// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Is told of each cancel what is about to be asked, how that was answered and what became of it, so that somebody else
 * can go on after a crash.
 *
 * <pre>{@code
 * try (CancelJournal journal = CancelJournal.create(path)) {
 *     client.canceller().cancel(name, CancelOptions.defaults().withLog(journal));
 * }
 * }</pre>
 *
 * <p>For each name: {@link #intent}, {@link #answer}, then {@link #verdict}; or {@link #intent}, {@link #failure}. A
 * cancel that needs no request begins with its verdict. Called from several threads at once, and never for long.
 */
public interface WriteAheadLog {

    /**
     * What became of a request that an earlier run meant to send and had no verdict of. Empty if there was none: then
     * the request is simply sent. Otherwise the operation is read first, and asked again only if it still runs.
     */
    Optional<RequestStatus> earlier(OperationName name);

    /**
     * The request is about to be sent: it leaves when the future completes, and not at all when that fails, which
     * should be with a {@link LongrunException}. Not told of the repetitions of a request.
     */
    CompletableFuture<Void> intent(OperationName name);

    /** How the service answered; one that asks again after a lost answer tells only the last. */
    void answer(OperationName name, RequestStatus request);

    /** What became of it. The caller learns the outcome when the future completes, however that is. */
    CompletableFuture<Void> verdict(CancelOutcome outcome);

    /** There is no outcome, and the caller is about to get this exception. */
    CompletableFuture<Void> failure(OperationName name, LongrunException cause);

    /** Remembers nothing. */
    static WriteAheadLog none() {
        return NoLog.INSTANCE;
    }
}
