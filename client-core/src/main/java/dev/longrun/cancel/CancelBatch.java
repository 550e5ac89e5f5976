// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.error.ConfigurationException;
import dev.longrun.observe.ObservedBatch;
import dev.longrun.observe.Observers;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many cancels under way. Results come in the order in which they are known, each exactly once: {@code next} blocks
 * until there is one, {@link #nextAsync} does not.
 *
 * <pre>{@code
 * try (CancelBatch batch = client.canceller().cancelAll(names, BatchOptions.defaults().withMaxPerSecond(20))) {
 *     batch.forEachRemaining(result -> System.out.println(result.describe()));
 *     System.out.println(batch.progress().counts().describe());
 * }
 * }</pre>
 *
 * <p>A cancel that fails does not stop the others. A source of names that fails, or a write-ahead log that fails, stops
 * new cancels; {@code hasNext} throws that failure after the last result of the cancels that had begun. A checked
 * exception or an {@code Error} arrives as the cause of an {@code IllegalStateException} or, from the log, of a
 * {@code ConfigurationException}.
 *
 * <p>Closing early stops all requests and changes nothing on the server. {@link #sentWithoutOutcome} then has the names
 * whose request may have left and whose outcome is not known; results that were known can still be read. Close the
 * batch before its client.
 *
 * <p>One thread at a time may read results. {@link #progress}, {@link #sentWithoutOutcome} and {@link #close} are
 * thread-safe.
 */
public final class CancelBatch implements Iterator<CancelResult>, AutoCloseable {
    private final BiFunction<OperationName, GuardedLog.Tracker, CompletableFuture<CancelOutcome>> canceller;
    private final CarriedContext context;
    private final InFlightWindow window;
    private final BatchFeeder feeder;
    private @Nullable CancelResult next;

    /** @param feeding takes the names and begins the cancels; for this batch alone, which shuts it down */
    CancelBatch(
            BiFunction<OperationName, GuardedLog.Tracker, CompletableFuture<CancelOutcome>> canceller,
            TimeSource time,
            Iterator<? extends OperationName> names,
            BatchOptions options,
            Executor callbacks,
            ExecutorService feeding,
            Observers observers) {
        ObservedBatch observed = observers.batch();
        this.canceller = canceller;
        this.context = observed == null ? observers.context() : observed.context();
        this.window = new InFlightWindow(
                options.maxInFlight(),
                callbacks,
                this::wakeFeeder,
                observers::context,
                counts -> tell(observed, counts));
        this.feeder = new BatchFeeder(window, names, options.maxPerSecond(), time, feeding, this::begin);
        feeder.wake();
    }

    /**
     * Blocks until there is another result, or the batch has ended.
     *
     * @throws dev.longrun.error.NoResponseException if this thread is interrupted; the thread stays interrupted and the
     *     batch continues until it is closed
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        return next != null;
    }

    @Override
    public CancelResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException("every result of this batch has been read");
        }
        CancelResult result = requireNonNull(next);
        next = null;
        return result;
    }

    /**
     * The next result, without a thread that waits; empty after the last one, and after a close. The future fails with
     * what {@link #hasNext} throws, and completes on a thread of the client, which must not be blocked.
     *
     * <pre>{@code
     * CompletableFuture<Void> forEach(CancelBatch batch, Consumer<CancelResult> action) {
     *     return batch.nextAsync().thenCompose(result -> {
     *         result.ifPresent(action);
     *         return result.isPresent() ? forEach(batch, action) : CompletableFuture.completedFuture(null);
     *     });
     * }
     * }</pre>
     *
     * <p>One read at a time. If the future is cancelled or timed out, the next read has its result.
     *
     * @throws IllegalStateException if the future of the read before is not done
     */
    public CompletableFuture<Optional<CancelResult>> nextAsync() {
        CancelResult peeked = next;
        next = null;
        return peeked == null ? window.takeAsync() : CompletableFuture.completedFuture(Optional.of(peeked));
    }

    /** The results as a stream; closing the stream closes the batch. */
    public Stream<CancelResult> stream() {
        var results = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(results, false).onClose(this::close);
    }

    public BatchProgress progress() {
        return window.progress();
    }

    /**
     * The names whose request may have left and whose outcome is not known: during the batch those under way, after a
     * close those that were under way then.
     */
    public List<OperationName> sentWithoutOutcome() {
        return window.sent();
    }

    @Override
    public void close() {
        window.close();
        feeder.close();
    }

    private @Nullable CancelResult take() {
        try {
            return window.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CancelFailures.interrupted(
                    "interrupted while waiting for the next result; the cancels go on until the batch is closed",
                    interrupted);
        }
    }

    private void wakeFeeder() {
        feeder.wake();
    }

    private static void tell(@Nullable ObservedBatch observed, CancelCounts counts) {
        if (observed != null) {
            Map<String, Long> words = new TreeMap<>();
            counts.outcomes().forEach((kind, number) -> words.put(kind.name(), number));
            observed.ended(words, counts.failed());
        }
    }

    private void begin(OperationName name) {
        BatchTracker tracker = new BatchTracker(name);
        CompletableFuture<CancelOutcome> cancel = begun(name, tracker);
        window.cancelWith(name, cancel);
        cancel.whenComplete((outcome, thrown) -> {
            tracker.requestsDone();
            window.end(outcome != null ? CancelResult.of(outcome) : failed(name, thrown));
        });
    }

    /** What prevents a cancel from beginning is the failure of that cancel: each name has its result. */
    private CompletableFuture<CancelOutcome> begun(OperationName name, BatchTracker tracker) {
        try {
            return context.get(() -> canceller.apply(name, tracker));
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private static CancelResult failed(OperationName name, Throwable thrown) {
        return CancelResult.failed(name, CancelFailures.of(name, thrown));
    }

    /** What the batch learns of one cancel. */
    private final class BatchTracker implements GuardedLog.Tracker {
        private final OperationName name;
        private final AtomicBoolean answered = new AtomicBoolean();

        BatchTracker(OperationName name) {
            this.name = name;
        }

        @Override
        public void previouslySent() {
            window.send(name);
        }

        @Override
        public boolean sending() {
            return window.send(name);
        }

        @Override
        public void requestsDone() {
            if (!answered.getAndSet(true)) {
                feeder.answered();
            }
        }

        @Override
        public void logFailed(Throwable thrown) {
            window.breakOff(
                    thrown instanceof RuntimeException unchecked
                            ? unchecked
                            : new ConfigurationException("the write-ahead log failed: " + thrown, thrown));
            feeder.wake();
        }
    }
}
