// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who waits for one operation: its schedule, its deadline, and what it has been told. Confined to the engine's
 * lock.
 */
final class Waiter {
    private static final Logger LOG = LoggerFactory.getLogger(OperationWatcher.class);
    private static final int UNREADABLE_IN_A_ROW = 3;

    private final OperationName name;
    private final WatchOptions options;
    private final Deadline deadline;
    private final TimeSource time;
    private final CompletableFuture<WatchOutcome> outcome = new CompletableFuture<>();
    private PollHistory history = PollHistory.none();
    private int failuresInARow;
    private int step;
    private long due;
    private boolean lastRead;

    Waiter(OperationName name, WatchOptions options, TimeSource time) {
        this.name = name;
        this.options = options;
        this.time = time;
        this.deadline = Deadline.after(options.timeout(), time);
        plan(options.initialDelay(), Optional.empty());
    }

    CompletableFuture<WatchOutcome> outcome() {
        return outcome;
    }

    /** On the clock of {@link TimeSource#nanoTime}. */
    long due() {
        return due;
    }

    Duration remaining() {
        return deadline.remaining();
    }

    /** Whether its time is over. */
    boolean isOver() {
        return deadline.passed();
    }

    /** How long its schedule lets it wait now: the later in the watch, the longer. */
    Duration pause(RandomGenerator random) {
        return options.pollBackoff().delay(Math.max(0, step - 1), random);
    }

    /** Takes a snapshot; what there is to tell is told by the returned task, outside the lock. */
    Runnable read(Operation operation, RandomGenerator random) {
        boolean isNew = history.last().filter(operation::equals).isEmpty();
        history = history.plusSnapshot(operation, deadline.elapsed());
        failuresInARow = 0;
        if (operation.done() || options.until().test(operation)) {
            var done = WatchOutcome.done(name, history);
            return () -> {
                tell(operation, isNew);
                outcome.complete(done);
            };
        }
        Runnable next = advance(Optional.empty(), random);
        return () -> {
            tell(operation, isNew);
            next.run();
        };
    }

    Runnable failed(LongrunException error, RandomGenerator random) {
        boolean cutOff = (lastRead || deadline.passed()) && !isAnAnswer(error);
        history = cutOff ? history.plusCutOff(error, deadline.elapsed()) : history.plusError(error, deadline.elapsed());
        failuresInARow++;
        boolean hopeless = error instanceof UnreadableResponseException
                ? failuresInARow >= UNREADABLE_IN_A_ROW
                : !ReadErrors.isTransient(error);
        if (hopeless) {
            var lost = WatchOutcome.unreadable(name, error, history);
            return () -> outcome.complete(lost);
        }
        return advance(ReadErrors.hint(error), random);
    }

    private static boolean isAnAnswer(LongrunException error) {
        return error instanceof ApiException || error instanceof UnreadableResponseException;
    }

    /** A reading that came before it was due is a gift: it does not slow the schedule down. */
    private Runnable advance(Optional<Duration> hint, RandomGenerator random) {
        boolean onTime = time.nanoTime() - due > -Schedule.STEP;
        if ((onTime && lastRead) || deadline.passed()) {
            var timedOut = WatchOutcome.timedOut(name, history);
            return () -> outcome.complete(timedOut);
        }
        step += onTime || step == 0 ? 1 : 0;
        plan(pause(random), hint);
        return () -> {};
    }

    private void plan(Duration scheduled, Optional<Duration> hint) {
        PollPlan.Next next = PollPlan.next(scheduled, hint, deadline.remaining(), options.timeout());
        lastRead = next.lastRead();
        due = time.nanoTime() + next.pause().toNanos();
    }

    private void tell(Operation operation, boolean isNew) {
        if (!isNew) {
            return;
        }
        try {
            options.listener().accept(operation);
        } catch (Throwable dropped) { // checked ones too: other languages do not declare them
            LOG.warn("a listener of {} failed and was ignored", name, dropped);
        }
    }
}
