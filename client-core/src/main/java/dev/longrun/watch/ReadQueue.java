// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static java.util.Objects.requireNonNull;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends reads, a bounded number at a time; half of a client's calls at most, so that cancels always find a free thread.
 */
final class ReadQueue {
    private static final int AT_ONCE = 32;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Operations operations;
    private final Executor callbacks;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean sending;
    private WatcherStats counters = new WatcherStats(0, 0, 0, 0, 0, 0);

    ReadQueue(Operations operations, Executor callbacks) {
        this.callbacks = callbacks;
        this.operations = operations;
    }

    /** Who is given what a read brings. */
    interface Taker<T> {
        void took(T answer);

        void failed(LongrunException error);
    }

    /**
     * @param left what the get may take, asked for when it is sent
     * @return whether it is sent at once; otherwise it waits for others to end, however long
     */
    boolean get(OperationName name, Supplier<Duration> left, Taker<Operation> taker) {
        count(WatcherStats::plusGet);
        return send(() -> operations.with(once(left.get())).getAsync(name), taker);
    }

    void await(OperationName name, Duration wait, Deadline deadline, Taker<Operation> taker) {
        count(WatcherStats::plusWait);
        send(() -> operations.with(once(deadline.remaining())).waitAsync(name, wait), taker);
    }

    /** @return as {@link #get} */
    boolean list(ListRequest request, Deadline deadline, Taker<OperationPage> taker) {
        count(WatcherStats::plusPage);
        return send(() -> operations.with(once(deadline.remaining())).listAsync(request), taker);
    }

    void saved(int reads) {
        count(before -> before.plusSaved(reads));
    }

    synchronized WatcherStats stats(int watched) {
        return counters.withWatched(watched, inFlight);
    }

    private synchronized void count(UnaryOperator<WatcherStats> change) {
        counters = change.apply(counters);
    }

    /** The schedule is the retry: a read that fails is followed by the next one. */
    private CallOptions once(Duration left) {
        return operations.options().withTimeout(left.isZero() ? A_MOMENT : left).withRetry(RetryPolicy.none());
    }

    private <T> boolean send(Supplier<CompletableFuture<T>> call, Taker<T> taker) {
        boolean atOnce;
        synchronized (this) {
            atOnce = inFlight + waiting.size() < AT_ONCE;
            waiting.add(() -> begin(call, taker));
        }
        sendWaiting();
        return atOnce;
    }

    /**
     * What a read brings is never taken where it is sent: that may be the timer's thread, nothing else is sent
     * meanwhile, and foreign code may follow.
     */
    private <T> void begin(Supplier<CompletableFuture<T>> call, Taker<T> taker) {
        AtomicReference<@Nullable Thread> sender = new AtomicReference<>(Thread.currentThread());
        begun(call).whenComplete((answer, failure) -> {
            Runnable end = () -> finished(answer, failure, taker);
            if (Thread.currentThread().equals(sender.get())) {
                callbacks.execute(end);
            } else {
                end.run();
            }
        });
        sender.set(null);
    }

    /** Whatever a read cannot even begin for is its own failure: the reads after it go on. */
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (Throwable refused) { // an Error too, such as no thread being left
            return CompletableFuture.failedFuture(refused);
        }
    }

    private <T> void finished(@Nullable T answer, @Nullable Throwable failure, Taker<T> taker) {
        synchronized (this) {
            inFlight--;
        }
        sendWaiting();
        if (answer != null) {
            taker.took(answer);
        } else {
            taker.failed(asError(requireNonNull(failure)));
        }
    }

    /** One thread at a time sends for all, in the order in which they came. */
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
                : new NoResponseException("the read ended unexpectedly: " + cause, cause);
    }
}
