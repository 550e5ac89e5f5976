// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static java.util.Objects.requireNonNull;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoAnswerException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends reads, a bounded number at a time; half of a client's calls at most, so that cancels always find a free thread. */
final class ReadQueue {
    private static final int AT_ONCE = 32;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Operations operations;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean sending;
    private WatchCounters counters = new WatchCounters(0, 0, 0, 0, 0, 0);

    ReadQueue(Operations operations) {
        this.operations = operations;
    }

    /** Who is given what a read brings. */
    interface Taker<T> {
        void took(T answer);

        void failed(LongrunException error);
    }

    void get(OperationName name, Deadline deadline, Taker<Operation> taker) {
        count(WatchCounters::plusGet);
        send(() -> operations.with(once(deadline)).getAsync(name), taker);
    }

    void await(OperationName name, Duration wait, Deadline deadline, Taker<Operation> taker) {
        count(WatchCounters::plusWait);
        send(() -> operations.with(once(deadline)).waitAsync(name, wait), taker);
    }

    void list(ListRequest request, Deadline deadline, Taker<OperationPage> taker) {
        count(WatchCounters::plusPage);
        send(() -> operations.with(once(deadline)).listAsync(request), taker);
    }

    void saved(int reads) {
        count(before -> before.plusSaved(reads));
    }

    synchronized WatchCounters counters(int watched) {
        return counters.withWatched(watched, inFlight);
    }

    private synchronized void count(UnaryOperator<WatchCounters> change) {
        counters = change.apply(counters);
    }

    /** The schedule is the retry: a read that fails is followed by the next one. */
    private CallOptions once(Deadline deadline) {
        Duration left = deadline.remaining();
        return operations.options().withTimeout(left.isZero() ? A_MOMENT : left).withRetry(RetryPolicy.none());
    }

    private <T> void send(Supplier<CompletableFuture<T>> call, Taker<T> taker) {
        synchronized (this) {
            waiting.add(() -> begun(call).whenComplete((answer, failure) -> finished(answer, failure, taker)));
        }
        sendWaiting();
    }

    /** Whatever a read cannot even begin for is its own failure: the reads after it go on. */
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private <T> void finished(@Nullable T answer, @Nullable Throwable failure, Taker<T> taker) {
        synchronized (this) {
            inFlight--;
        }
        if (answer != null) {
            taker.took(answer);
        } else {
            taker.failed(asError(requireNonNull(failure)));
        }
        sendWaiting();
    }

    /** One thread at a time sends for all, so that reads which end at once do not nest. */
    private void sendWaiting() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = inFlight < AT_ONCE ? waiting.poll() : null;
        inFlight += next == null ? 0 : 1;
        sending = next != null;
        return next;
    }

    private static LongrunException asError(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause instanceof LongrunException known
                ? known
                : new NoAnswerException("the read ended unexpectedly: " + cause, cause);
    }
}
