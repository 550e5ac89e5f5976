// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Begins what it is given in order, at a {@link Pace}, and only so many at a time until they say that they are done: a service
 * that slows us down shall have few requests waiting for it, whose time would run out meanwhile. One timer at most, no thread.
 */
final class Pacer {
    private static final int AT_A_TIME = 64;

    private final Time time;
    private final Pace pace;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean timerSet;

    Pacer(Time time, Pace pace) {
        this.time = time;
        this.pace = pace;
    }

    /** Runs it here and now if it may begin, else later on whichever thread makes that possible. */
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
        List<Runnable> released = new ArrayList<>(1);
        synchronized (this) {
            while (!timerSet && underWay < AT_A_TIME && !waiting.isEmpty()) {
                Duration wait = pace.untilNext(time.nanoTime());
                if (wait.isZero()) {
                    pace.begin(time.nanoTime());
                    underWay++;
                    released.add(waiting.remove());
                } else {
                    timerSet = true;
                    time.schedule(wait, this::alarm);
                }
            }
        }
        released.forEach(Runnable::run);
    }

    private void alarm() {
        synchronized (this) {
            timerSet = false;
        }
        release();
    }
}
