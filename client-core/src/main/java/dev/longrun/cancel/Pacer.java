// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Begins what it is given in order, at a {@link Pace}, and only so many at a time until they say that they are done: a service
 * that slows us down shall have few requests waiting for it, whose time would run out meanwhile. One timer at most, no thread:
 * one thread at a time of those that come here begins for all, so that whatever is done at once does not nest.
 */
final class Pacer {
    private static final int AT_A_TIME = 64;

    private final Time time;
    private final Pace pace;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean timerSet;
    private boolean releasing;

    Pacer(Time time, Pace pace) {
        this.time = time;
        this.pace = pace;
    }

    /** Runs it, which must not throw: here and now if it may begin, else on whichever thread releases it. */
    void pass(Runnable begin) {
        synchronized (this) {
            waiting.add(begin);
        }
        release();
    }

    /** One that began need not be counted any more. */
    void done() {
        synchronized (this) {
            underWay--;
        }
        release();
    }

    /** Forgets those that wait. */
    synchronized void clear() {
        waiting.clear();
    }

    private void release() {
        synchronized (this) {
            if (releasing) {
                return;
            }
            releasing = true;
        }
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        releasing = !waiting.isEmpty() && underWay < AT_A_TIME && itIsTime();
        underWay += releasing ? 1 : 0;
        return releasing ? waiting.remove() : null;
    }

    /** If it is not, there is a timer. */
    private boolean itIsTime() {
        if (timerSet) {
            return false;
        }
        long now = time.nanoTime();
        Duration wait = pace.untilNext(now);
        if (wait.isZero()) {
            pace.begin(now);
            return true;
        }
        timerSet = true;
        time.schedule(wait, this::alarm);
        return false;
    }

    private void alarm() {
        synchronized (this) {
            timerSet = false;
        }
        release();
    }
}
