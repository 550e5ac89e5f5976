// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Begins what it is given in order, at a {@link Pace}, and only so many at a time until they say that they are done: a
 * service that slows us down shall have few requests waiting for it, whose time would run out meanwhile. One timer at
 * most, no thread: whichever comes begins what may begin, one after the other, so that those that are done at once do
 * not nest.
 */
final class Pacer {
    private static final int AT_A_TIME = 64;

    private final TimeSource time;
    private final Pace pace;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Set<Thread> releasing = new HashSet<>();
    private int underWay;
    private boolean timerSet;

    Pacer(TimeSource time, Pace pace) {
        this.time = time;
        this.pace = pace;
    }

    /**
     * Runs it, which must not throw: here and now if it may begin, else later on whichever thread makes that possible.
     */
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
            if (!releasing.add(Thread.currentThread())) {
                return; // from within what it begins: it goes on with the next one after that
            }
        }
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (waiting.isEmpty() || underWay == AT_A_TIME || !itIsTime()) {
            releasing.remove(Thread.currentThread());
            return null;
        }
        underWay++;
        return waiting.remove();
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
