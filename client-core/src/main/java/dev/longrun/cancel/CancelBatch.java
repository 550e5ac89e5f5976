// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many cancels under way. Results come in the order in which they get known, each exactly once; to ask for the next one
 * blocks until there is one.
 *
 * <pre>{@code
 * try (CancelBatch run = client.canceller().cancelAll(names, BatchOptions.defaults().withMaxPerSecond(20))) {
 *     run.forEachRemaining(result -> …);
 *     System.out.println(run.progress().counts().describe());
 * }
 * }</pre>
 *
 * <p>A name that fails does not stop the others. When the source of names fails, or the log does (an intent that is not
 * taken, or any of its methods that throws), nothing more is begun, and after the last result of what was under way
 * {@code hasNext} throws that failure.
 *
 * <p>To close early stops asking and reading, and takes nothing back: {@link #sentWithoutOutcome} has the names whose
 * request may have left and whose end is not known. Results that were known by then can still be read. Close it before
 * the client: one that is closed first answers for whatever is under way, and all it knows is UNKNOWN.
 *
 * <p>Results are for one reader at a time; {@link #progress}, {@link #sentWithoutOutcome} and {@link #close} for any
 * thread.
 */
public final class CancelBatch implements Iterator<CancelResult>, AutoCloseable {
    private final BiFunction<OperationName, CancelOptions, CompletableFuture<CancelOutcome>> canceller;
    private final CancelOptions each;
    private final Window window;
    private final Pacer pacer;
    private final Thread feed;
    private @Nullable CancelResult next;

    CancelBatch(
            BiFunction<OperationName, CancelOptions, CompletableFuture<CancelOutcome>> canceller,
            TimeSource time,
            Iterator<? extends OperationName> names,
            BatchOptions options) {
        this.canceller = canceller;
        this.window = new Window(options.maxInFlight());
        this.pacer = new Pacer(time, new Pace(options.maxPerSecond()));
        WriteAheadLog log = new BreakableLog(options.cancelOptions().writeAheadLog(), this::breakOff);
        this.each = options.cancelOptions().withWriteAheadLog(new RunLog(log, window, this::breakOff, this::answered));
        this.feed = new Thread(() -> feed(names), "longrun-names");
        feed.setDaemon(true);
        feed.start();
    }

    /**
     * Whether there is another result, waited for.
     *
     * @throws NoResponseException if this thread is interrupted; the thread stays interrupted and the run goes on until
     *     closed
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take().orElse(null);
        }
        return next != null;
    }

    @Override
    public CancelResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException("every result of this run has been read");
        }
        CancelResult result = requireNonNull(next);
        next = null;
        return result;
    }

    /** The results as a stream that closes the run when it is closed. */
    public Stream<CancelResult> stream() {
        var results = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(results, false).onClose(this::close);
    }

    public BatchProgress progress() {
        return window.progress();
    }

    /**
     * Names whose request may have left and whose end is not known: before the end those under way, after a close those
     * left.
     */
    public List<OperationName> sentWithoutOutcome() {
        return window.sent();
    }

    @Override
    public void close() {
        window.close();
        pacer.clear();
        feed.interrupt();
    }

    private Optional<CancelResult> take() {
        try {
            return window.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoResponseException(
                    "interrupted while waiting for the next result; the cancels go on until the run is closed",
                    interrupted);
        }
    }

    /**
     * A source may block, on a pipe or on a page of a list, and must not hold up the results that are known meanwhile.
     */
    private void feed(Iterator<? extends OperationName> names) {
        Optional<RuntimeException> failure = Optional.empty();
        try {
            while (window.awaitRoom() && names.hasNext()) {
                OperationName name = names.next();
                if (window.admit(name)) {
                    pacer.pass(() -> begin(name));
                }
            }
        } catch (RuntimeException sourceFailed) {
            failure = Optional.of(sourceFailed);
        } catch (Error fatal) {
            failure = Optional.of(new IllegalStateException("the source of names failed: " + fatal, fatal));
            throw fatal;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            window.end(failure);
        }
    }

    private void begin(OperationName name) {
        if (!window.begin(name)) {
            pacer.done();
            return;
        }
        CompletableFuture<CancelOutcome> cancel = begun(name);
        window.cancelWith(name, cancel);
        cancel.whenComplete((outcome, failure) -> {
            boolean first = window.answer(name);
            window.tell(result(name, outcome, failure));
            if (first) {
                pacer.done(); // last, as this thread may be the one that begins the others
            }
        });
    }

    /** Whatever a cancel cannot even begin for is its own failure: every name has its result. */
    private CompletableFuture<CancelOutcome> begun(OperationName name) {
        try {
            return canceller.apply(name, each);
        } catch (Throwable notBegun) { // an Error too, which a future would have kept just the same
            return CompletableFuture.failedFuture(notBegun);
        }
    }

    private void answered(OperationName name) {
        if (window.answer(name)) {
            pacer.done();
        }
    }

    private static CancelResult result(
            OperationName name, @Nullable CancelOutcome outcome, @Nullable Throwable failure) {
        if (outcome != null) {
            return CancelResult.of(outcome);
        }
        @Nullable Throwable cause = Steps.unwrapped(failure);
        return CancelResult.failed(
                name,
                cause instanceof LongrunException known
                        ? known
                        : new NoResponseException(name + ": the cancel ended unexpectedly: " + cause, cause));
    }

    private void breakOff(RuntimeException logFailed) {
        window.breakOff(logFailed);
        pacer.clear();
    }
}
