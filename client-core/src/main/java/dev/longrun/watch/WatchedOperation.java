// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation and its watches: all that is known of it while it is watched. Used in the queue of
 * {@link PollScheduler} only. Times are nanoseconds on the clock of {@link DueQueue#now}.
 */
final class WatchedOperation {
    /** While more time than this is left, an operation that is due waits for a list that is in flight. */
    private static final long LIST_PATIENCE = Duration.ofSeconds(5).toNanos();

    private final OperationName name;
    private final WatchedParent parent;
    private @Nullable Watch watches;
    private WatchState state = WatchState.IDLE;
    private @Nullable Future<?> request;
    private long requestEnd;
    private long nextRead = PollSchedule.NEVER;
    private long interval;
    private long deadline = Long.MAX_VALUE;

    /** The time in the {@link DueQueue}, and the place there; -1 if it is not in it. */
    long due;

    int dueIndex = -1;

    /** The place in the {@link WatchedParent}. */
    int parentIndex = -1;

    WatchedOperation(OperationName name, WatchedParent parent) {
        this.name = name;
        this.parent = parent;
    }

    OperationName name() {
        return name;
    }

    WatchedParent parent() {
        return parent;
    }

    WatchState state() {
        return state;
    }

    void on(WatchState.Event event) {
        state = state.after(event);
    }

    /** A get or a server-side wait of this operation is in flight; it ends by itself when {@code remaining} is over. */
    void sent(Future<?> own, long now, long remaining) {
        request = own;
        requestEnd = PollSchedule.sum(now, remaining);
    }

    /** A list stands for the read; it ends by itself at {@code end}. */
    void readByList(long end) {
        requestEnd = end;
    }

    /** Whether this is the request in flight, which then has ended. Otherwise it was given up before it ended. */
    @SuppressWarnings("ReferenceEquality") // futures have no other equality: this very request is meant
    boolean ended(Future<?> own) {
        boolean isCurrent = request == own;
        request = isCurrent ? null : request;
        return isCurrent;
    }

    /** Whether a list of the parent stands for the read that is in flight. */
    boolean isReadByList() {
        return state == WatchState.READING && request == null;
    }

    /** Cancels the request in flight, if it is one of this operation alone. */
    void giveUpRequest() {
        Future<?> own = request;
        request = null;
        if (own != null) {
            own.cancel(true);
        }
    }

    /** What the supplier gives in the context of one of the callers. */
    <T> T inContext(Supplier<T> request) {
        Watch watch = watches;
        return watch == null ? request.get() : watch.caller().get(request);
    }

    boolean hasWatches() {
        return watches != null;
    }

    void add(Watch watch) {
        watch.next = watches;
        watches = watch;
        refresh();
    }

    /** Gives the news to each watch; those that end by it are dropped. */
    void tell(Consumer<Watch> news) {
        try {
            for (Watch watch = watches; watch != null; watch = watch.next) {
                news.accept(watch);
            }
        } finally {
            refresh();
        }
    }

    /** Drops watches that have ended, and those whose futures the application cancelled or completed. */
    void refresh() {
        watches = running(watches);
        nextRead = PollSchedule.NEVER;
        deadline = Long.MAX_VALUE;
        for (Watch watch = watches; watch != null; watch = watch.next) {
            deadline = Math.min(deadline, watch.deadline());
            if (watch.readDue() < nextRead) {
                nextRead = watch.readDue();
                interval = watch.interval();
            }
        }
    }

    /** The watches from this one on that have not ended; those that have do not keep others in memory. */
    private static @Nullable Watch running(@Nullable Watch first) {
        Watch running = null;
        for (Watch watch = first; watch != null; ) {
            Watch following = watch.next;
            boolean ended = watch.hasEnded();
            watch.next = ended ? null : running;
            running = ended ? running : watch;
            watch = following;
        }
        return running;
    }

    /** What is left to the watch whose deadline is first; {@link Long#MAX_VALUE} without a timeout. */
    long remaining(long now) {
        return deadline == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, deadline - now);
    }

    /** What is left to the watch whose deadline is last. */
    long longestRemaining(long now) {
        long last = now;
        for (Watch watch = watches; watch != null; watch = watch.next) {
            last = Math.max(last, watch.deadline());
        }
        return last == Long.MAX_VALUE ? Long.MAX_VALUE : last - now;
    }

    /** The time from the newest read to the next, for the watch that is due first. */
    long interval() {
        return interval;
    }

    /** Whether it is not due yet, and the next read lies within half of the interval that would follow. */
    boolean isDueSoon(long now) {
        long left = nextRead - now;
        return state == WatchState.IDLE && left > 0 && left <= interval / 2;
    }

    /** Whether each watch only wants to know the end, so that a server-side wait can stand for its reads. */
    boolean acceptsWait() {
        for (Watch watch = watches; watch != null; watch = watch.next) {
            if (!watch.acceptsWait()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is time to wait for the list that is in flight, and it has not taken long yet. */
    boolean canWaitForList(long now) {
        return remaining(now) > LIST_PATIENCE && now < parent.listPatience();
    }

    /**
     * When something has to be done if nothing happens before: a read, or the end of a watch. A request that is in
     * flight should end by itself at its end; a deadline needs attention if it passes before that, and the request if
     * it does not end.
     */
    long attention(long now, long lastTick) {
        return switch (state) {
            case IDLE -> Math.min(slotted(nextRead, now, lastTick), deadline);
            case WAITING_FOR_LIST -> Math.min(deadline - LIST_PATIENCE, parent.listPatience());
            case READING -> deadline < requestEnd ? deadline : PollSchedule.NEVER;
            case IN_SERVER_WAIT -> {
                long read = Math.min(slotted(readDespiteWait(), now, lastTick), deadline);
                yield read < requestEnd ? read : PollSchedule.NEVER;
            }
            case DUE, UNWATCHED -> deadline;
        };
    }

    /** Whether a read is due, and none is in flight that serves as well. */
    boolean needsRead(long now) {
        return switch (state) {
            case IDLE -> nextRead - now < PollSchedule.SLOT;
            case WAITING_FOR_LIST -> !canWaitForList(now);
            case IN_SERVER_WAIT -> readDespiteWait() - now < PollSchedule.SLOT;
            default -> false;
        };
    }

    private long readDespiteWait() {
        long earliest = PollSchedule.NEVER;
        for (Watch watch = watches; watch != null; watch = watch.next) {
            earliest = Math.min(earliest, watch.readDueDespiteWait(parent.readTime()));
        }
        return earliest;
    }

    private static long slotted(long due, long now, long lastTick) {
        return due == PollSchedule.NEVER ? due : PollSchedule.slotted(due, now, lastTick);
    }
}
