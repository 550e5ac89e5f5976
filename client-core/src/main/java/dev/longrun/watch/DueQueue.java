// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The watched operations, ordered by the time at which each needs attention, and one timer that is armed for the
 * earliest: a binary heap in which each operation knows its place. An update takes O(log n). Used by one thread at a
 * time.
 */
final class DueQueue {
    private final TimeSource time;
    private final long epoch;
    private final Runnable onDue;
    private @Nullable WatchedOperation[] heap = new WatchedOperation[16];
    private int size;
    private TimeSource.@Nullable Scheduled timer;
    private long armedFor;
    private long lastFired = -PollSchedule.SLOT;

    /** @param onDue is run on the timer's thread when the earliest is due; must only hand over */
    DueQueue(TimeSource time, Runnable onDue) {
        this.time = time;
        this.epoch = time.nanoTime();
        this.onDue = onDue;
    }

    /** Nanoseconds since this queue was made: the clock of all its times. */
    long now() {
        return time.nanoTime() - epoch;
    }

    int size() {
        return size;
    }

    /** Adds an operation, or moves it. {@link Long#MAX_VALUE} removes it. */
    void put(WatchedOperation operation, long due) {
        if (due == Long.MAX_VALUE) {
            remove(operation);
            return;
        }
        if (operation.dueIndex < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            operation.dueIndex = size++;
        }
        operation.due = due;
        settle(operation, operation.dueIndex);
    }

    /** Does nothing if the operation is not in the queue. */
    void remove(WatchedOperation operation) {
        int index = operation.dueIndex;
        if (index < 0) {
            return;
        }
        operation.dueIndex = -1;
        WatchedOperation last = at(--size);
        heap[size] = null;
        if (last != operation) {
            settle(last, index);
        }
    }

    /** Removes and returns an operation that is due, the earliest first; null if none is. */
    @Nullable
    WatchedOperation takeDue(long now) {
        if (size == 0 || at(0).due > now) {
            return null;
        }
        WatchedOperation first = at(0);
        remove(first);
        return first;
    }

    /** To be called after changes: arms the timer for the earliest operation, or not at all if there is none. */
    void arm() {
        boolean isEarlyEnough = timer != null && size > 0 && armedFor <= at(0).due;
        if (isEarlyEnough) {
            return;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        if (size > 0) {
            armedFor = at(0).due;
            timer = time.schedule(Duration.ofNanos(Math.max(0, armedFor - now())), onDue);
        }
    }

    /** To be called after {@code onDue} was run: the timer is spent. Returns the time. */
    long fired() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        lastFired = now();
        return lastFired;
    }

    /** The newest time of {@link #fired}; a slot before the first one if there is none. */
    long lastFired() {
        return lastFired;
    }

    /** Puts the operation at the index, or above or below it, where its time belongs. */
    private void settle(WatchedOperation operation, int start) {
        int index = start;
        while (index > 0 && at((index - 1) / 2).due > operation.due) {
            place(at((index - 1) / 2), index);
            index = (index - 1) / 2;
        }
        for (int child = earlierChild(index); child > 0 && at(child).due < operation.due; child = earlierChild(index)) {
            place(at(child), index);
            index = child;
        }
        place(operation, index);
    }

    /** 0 if there is none. */
    private int earlierChild(int index) {
        int left = 2 * index + 1;
        if (left >= size) {
            return 0;
        }
        return left + 1 < size && at(left + 1).due < at(left).due ? left + 1 : left;
    }

    private void place(WatchedOperation operation, int index) {
        heap[index] = operation;
        operation.dueIndex = index;
    }

    @SuppressWarnings("NullAway") // every element below the size is set
    private WatchedOperation at(int index) {
        return heap[index];
    }
}
