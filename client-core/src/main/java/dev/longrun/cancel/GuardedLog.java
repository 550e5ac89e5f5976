// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead log of one cancel. What the log throws, undeclared checked exceptions included, becomes an event and
 * is reported to the tracker.
 */
final class GuardedLog {
    private final WriteAheadLog log;
    private final OperationName name;
    private final Deadline deadline;
    private final Tracker tracker;

    /** What a task reports on the way. A batch needs to know; for a single cancel nothing is kept. */
    interface Tracker {

        /** The tracker of a single cancel. */
        Tracker NONE = new Tracker() {};

        /** An earlier process has a request under way. */
        default void previouslySent() {}

        /** A request is about to leave. Returns false if it is not wanted any more. */
        default boolean sending() {
            return true;
        }

        /** No further request follows. Called once or more. */
        default void requestsDone() {}

        /** The log threw, or failed to take an intent. */
        default void logFailed(Throwable thrown) {
            LoggerFactory.getLogger(LroCanceller.class).warn("the write-ahead log of a cancel failed", thrown);
        }
    }

    GuardedLog(WriteAheadLog log, OperationName name, Deadline deadline, Tracker tracker) {
        this.log = log;
        this.name = name;
        this.deadline = deadline;
        this.tracker = tracker;
    }

    CancelEvent previousRequest() {
        try {
            RequestStatus previous = log.previousRequest(name).orElse(null);
            if (previous != null && previous.mayHaveTakenEffect()) {
                tracker.previouslySent();
            }
            return CancelEvent.previousKnown(previous, deadline.elapsed());
        } catch (Throwable thrown) {
            return failed(thrown);
        }
    }

    CompletableFuture<CancelEvent> intent() {
        return written(() -> log.intent(name));
    }

    void response(RequestStatus status) {
        try {
            log.response(name, status);
        } catch (Throwable thrown) {
            tracker.logFailed(thrown);
        }
    }

    /** Logs the outcome, or the failure. */
    CompletableFuture<CancelEvent> end(CancelState state) {
        CancelOutcome outcome = state.outcome();
        return written(
                () -> outcome != null ? log.outcome(outcome) : log.failure(name, requireNonNull(state.failure())));
    }

    private CompletableFuture<CancelEvent> written(Supplier<CompletableFuture<Void>> line) {
        try {
            return requireNonNull(line.get(), "the log returned null").handle((nothing, thrown) -> written(thrown));
        } catch (Throwable thrown) {
            return CompletableFuture.completedFuture(failed(thrown));
        }
    }

    private CancelEvent written(@Nullable Throwable thrown) {
        if (thrown == null) {
            return CancelEvent.of(CancelEvent.Type.LOG_WRITTEN, deadline.elapsed());
        }
        return failed(CancelFailures.cause(thrown));
    }

    private CancelEvent failed(Throwable thrown) {
        LongrunException failure = CancelFailures.ofLog(name, thrown);
        tracker.logFailed(thrown instanceof RuntimeException ? thrown : failure);
        return CancelEvent.logFailed(failure, deadline.elapsed());
    }
}
