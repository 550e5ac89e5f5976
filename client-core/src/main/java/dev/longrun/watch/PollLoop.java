// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoAnswerException;
import dev.longrun.error.UnreadableAnswerException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads one operation until it is done, lost, or out of time. One read at a time; no thread between reads. */
final class PollLoop {
    private static final int UNREADABLE_IN_A_ROW = 3;

    private final Operations operations;
    private final Time time;
    private final RandomGenerator random;
    private final OperationName name;
    private final WatchOptions options;
    private final Deadline deadline;
    private final CompletableFuture<WatchOutcome> outcome = new CompletableFuture<>();
    private Readings readings = Readings.NONE;
    private int failuresInARow;

    PollLoop(Operations operations, Time time, RandomGenerator random, OperationName name, WatchOptions options) {
        this.operations = operations;
        this.time = time;
        this.random = random;
        this.name = name;
        this.options = options;
        this.deadline = Deadline.after(options.timeout(), time);
    }

    CompletableFuture<WatchOutcome> start() {
        PollPlan.Next first =
                PollPlan.next(options.firstRead(), Optional.empty(), deadline.remaining(), options.timeout());
        after(first);
        return outcome;
    }

    private void after(PollPlan.Next next) {
        if (next.pause().isZero()) {
            read(next.lastRead());
        } else {
            time.schedule(next.pause(), () -> read(next.lastRead()));
        }
    }

    private void read(boolean lastRead) {
        if (outcome.isDone()) {
            return;
        }
        if (deadline.passed()) {
            outcome.complete(new WatchOutcome.StillRunning(name, readings));
            return;
        }
        // The loop itself is the retry: a read that fails is followed by the next one on the schedule.
        CallOptions once =
                CallOptions.standard().withTimeout(deadline.remaining()).withRetry(RetryPolicy.none());
        operations.with(once).getAsync(name).whenComplete((operation, failure) -> took(operation, failure, lastRead));
    }

    private void took(@Nullable Operation operation, @Nullable Throwable failure, boolean lastRead) {
        try {
            Optional<Duration> hint = operation != null ? snapshot(operation) : error(asError(failure));
            if (!outcome.isDone()) {
                goOn(hint, lastRead);
            }
        } catch (RuntimeException | Error unexpected) {
            outcome.completeExceptionally(unexpected);
        }
    }

    private Optional<Duration> snapshot(Operation operation) {
        boolean isNew = readings.last().filter(operation::equals).isEmpty();
        readings = readings.read(operation, deadline.elapsed());
        failuresInARow = 0;
        if (isNew) {
            options.listener().accept(operation);
        }
        if (operation.done()) {
            outcome.complete(new WatchOutcome.Done(name, operation, readings));
        }
        return Optional.empty();
    }

    private Optional<Duration> error(LongrunException error) {
        readings = readings.failed(error, deadline.elapsed());
        failuresInARow++;
        boolean unreadable = error instanceof UnreadableAnswerException;
        boolean hopeless = unreadable ? failuresInARow >= UNREADABLE_IN_A_ROW : !ReadErrors.isTransient(error);
        if (hopeless) {
            outcome.complete(new WatchOutcome.Lost(name, error, readings));
        }
        return ReadErrors.hint(error);
    }

    private void goOn(Optional<Duration> hint, boolean lastRead) {
        if (lastRead) {
            outcome.complete(new WatchOutcome.StillRunning(name, readings));
            return;
        }
        Duration scheduled = options.pauses().delay(readings.polls() - 1, random);
        after(PollPlan.next(scheduled, hint, deadline.remaining(), options.timeout()));
    }

    private static LongrunException asError(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof LongrunException known
                ? known
                : new NoAnswerException("the read ended unexpectedly: " + cause, cause);
    }
}
