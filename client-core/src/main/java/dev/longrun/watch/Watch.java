// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.service.OperationName;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One watch of one operation: its schedule, its deadline, what it has seen, its outcome. Used in the queue of
 * {@link PollScheduler} only. Listeners and the outcome's stages run outside of it, in order.
 */
final class Watch extends WatchFuture {
    private final OperationName name;
    private final WatchOptions options;
    private final Shared shared;
    private final CarriedContext caller;
    private final long began;
    private final long deadline;
    private PollHistory history = PollHistory.none();
    private @Nullable EndForecast forecast;
    private int unreadable;
    private long interval;
    private long readDue;
    private @Nullable Executor notifications;

    /** The next one in the {@link WatchedOperation}. */
    @Nullable
    Watch next;

    /**
     * What the watches of one scheduler have in common.
     *
     * @param callbacks runs listeners and completes outcomes
     * @param stopped is given each watch whose future the application has completed or cancelled
     */
    record Shared(RandomGenerator random, Executor callbacks, Consumer<Watch> stopped) {}

    /**
     * @param now on the clock of {@link DueQueue#now}, as all times
     * @param caller the context of reads, listeners and the stages of the outcome
     */
    Watch(OperationName name, WatchOptions options, long now, Shared shared, CarriedContext caller) {
        this.name = name;
        this.options = options;
        this.shared = shared;
        this.caller = caller;
        this.began = now;
        this.deadline = PollSchedule.sum(now, NANOSECONDS.convert(options.timeout()));
    }

    OperationName name() {
        return name;
    }

    @Override
    void stopped() {
        shared.stopped().accept(this);
    }

    CarriedContext caller() {
        return caller;
    }

    long deadline() {
        return deadline;
    }

    /** When the next read is due; {@link PollSchedule#NEVER} if no further one fits before the deadline. */
    long readDue() {
        return readDue;
    }

    /** The time between the newest read and the next. */
    long interval() {
        return interval;
    }

    /** Whether it only wants to know the end, so that a server-side wait can stand for its reads. */
    boolean acceptsWait() {
        return options.endsWhenDone();
    }

    /** When a read is due although a server-side wait is in flight: then it is the last one. */
    long readDueDespiteWait(long readTime) {
        boolean waits = acceptsWait() && readDue != PollSchedule.NEVER;
        if (!waits) {
            return readDue;
        }
        return deadline == Long.MAX_VALUE ? PollSchedule.NEVER : Math.max(readDue, deadline - margin(readTime));
    }

    /** @param parent of the operation, here and below */
    void plan(WatchedParent parent) {
        if (options.pollStretch() > 1) {
            forecast = EndForecast.of(name, options.afterCancel(), began, parent.pacer());
        }
        interval = options.afterCancel()
                ? pause(0, parent, began)
                : NANOSECONDS.convert(options.pollBackoff().first());
        long wanted = options.afterCancel() ? interval : NANOSECONDS.convert(options.initialDelay());
        long delay = PollSchedule.first(wanted, deadline - began, margin(parent.readTime()));
        readDue = PollSchedule.sum(began, delay);
    }

    /**
     * A read succeeded. What it saw counts only if it began after the watch did, unless the operation is done: that
     * remains true.
     */
    void read(Operation operation, long readBegan, long now, WatchedParent parent) {
        if (readBegan < began && !operation.done()) {
            return;
        }
        unreadable = 0;
        if (history.shows(operation)) {
            history = history.plusUnchanged(now - began);
        } else {
            changed(operation, operation.info(), now, parent.pacer());
        }
        if (forecast != null && !operation.done()) {
            forecast.runs(now);
        }
        if (operation.done() || isEnough(operation)) {
            end(WatchOutcome.done(name, history));
        } else {
            advance(parent, now);
            long margin = margin(parent.readTime());
            readDue = after(now, PollSchedule.afterSnapshot(interval, deadline - now, margin, lastPart()));
        }
    }

    private void changed(Operation operation, OperationInfo info, long now, PollPacer pacer) {
        history = history.plusChanged(operation, info, now - began);
        if (forecast != null) {
            forecast.changed(operation, info, now, pacer);
        }
        if (options.hasListener()) {
            notifications().execute(caller.wrap(() -> listen(operation)));
        }
    }

    /** A read failed. */
    void failed(LongrunException error, long readBegan, long now, WatchedParent parent) {
        if (readBegan < began) {
            return;
        }
        if (now >= deadline - PollSchedule.SLOT && isCutOff(error)) {
            history = history.plusCutOff(error, now - began);
            readDue = PollSchedule.NEVER;
            expire(now, false);
            return;
        }
        history = history.plusError(error, now - began);
        unreadable = error instanceof UnreadableResponseException ? unreadable + 1 : 0;
        if (PollErrorClassifier.isPermanent(error, unreadable)) {
            end(WatchOutcome.unreadable(name, error, history));
        } else {
            advance(parent, now);
            long hint = PollErrorClassifier.hint(error);
            long wanted = history.isReadWithin(lastPart(), deadline - began) ? 0 : lastPart();
            long delay = PollSchedule.afterError(interval, hint, deadline - now, margin(parent.readTime()), wanted);
            readDue = after(now, delay);
        }
    }

    /**
     * Ends the watch if its deadline has passed.
     *
     * @param isReading whether a read of the operation is in flight or queued
     */
    void expire(long now, boolean isReading) {
        if (now < deadline) {
            return;
        }
        if (isReading && readDue != PollSchedule.NEVER) {
            history = history.plusCutOff(PollErrorClassifier.cutOff(name), now - began);
        }
        end(WatchOutcome.timedOut(name, history.ended(now - began, lastPart())));
    }

    /** Whether the error says only that the time was over. */
    private static boolean isCutOff(LongrunException error) {
        return error instanceof DeadlineExceededException || error instanceof UnreachableException;
    }

    /** Ends the watch, as no read will follow. */
    void close(LongrunException cause, long now) {
        history = history.plusError(cause, now - began);
        end(WatchOutcome.unreadable(name, cause, history));
    }

    private void end(WatchOutcome known) {
        decide();
        forecast = null;
        Executor order = notifications == null ? shared.callbacks() : notifications;
        order.execute(caller.wrap(() -> tell(known)));
    }

    /** The interval grows with the time since the first read was due, not with reads that were made for others. */
    private void advance(WatchedParent parent, long now) {
        Duration first = options.afterCancel() ? options.pollBackoff().first() : options.initialDelay();
        interval = pause(now - PollSchedule.sum(began, NANOSECONDS.convert(first)), parent, now);
    }

    private long pause(long elapsed, WatchedParent parent, long now) {
        Backoff backoff = options.pollBackoff();
        long shortest =
                NANOSECONDS.convert(backoff.delayAfter(Duration.ofNanos(Math.max(0, elapsed)), shared.random()));
        if (forecast == null) {
            return shortest;
        }
        long most = Math.max(shortest, NANOSECONDS.convert(backoff.max()));
        double stretched = shortest * options.pollStretch();
        long longest = stretched < most ? (long) stretched : most;
        return parent.pacer().delay(shortest, longest, forecast, now);
    }

    private boolean isEnough(Operation operation) {
        try {
            return !options.endsWhenDone() && options.until().test(operation);
        } catch (Throwable thrown) { // checked ones too: other languages do not declare them
            LoggerFactory.getLogger(Watch.class)
                    .warn("the end condition of a watch of {} failed and was ignored", name, thrown);
            return false;
        }
    }

    private void listen(Operation operation) {
        try {
            if (!isDone()) {
                options.listener().accept(operation);
            }
        } catch (Throwable thrown) { // checked ones too: other languages do not declare them
            LoggerFactory.getLogger(Watch.class).warn("a listener of {} failed and was ignored", name, thrown);
        }
    }

    private Executor notifications() {
        Executor order = notifications;
        if (order == null) {
            order = new SerialExecutor(shared.callbacks());
            notifications = order;
        }
        return order;
    }

    private long margin(long readTime) {
        return PollSchedule.margin(readTime, deadline - began);
    }

    private long lastPart() {
        return PollSchedule.lastPart(deadline - began);
    }

    private static long after(long now, long delay) {
        return delay == PollSchedule.NEVER ? PollSchedule.NEVER : PollSchedule.sum(now, delay);
    }
}
