// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static java.util.Objects.requireNonNull;

import dev.longrun.time.Deadline;
import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The calls to one service that wait for their turn. */
final class ServiceLane {
    private final Time time;
    private final Map<CallClass, AdaptiveRate> rates = new EnumMap<>(CallClass.class);
    private final Map<CallClass, Queue<Waiting>> queues = new EnumMap<>(CallClass.class);
    private boolean timerSet;

    ServiceLane(Time time) {
        this.time = time;
        for (CallClass kind : CallClass.values()) {
            rates.put(kind, new AdaptiveRate());
            queues.put(kind, new ArrayDeque<>());
        }
    }

    private record Waiting(Deadline patience, Runnable ready) {}

    AdaptiveRate rate(CallClass kind) {
        return requireNonNull(rates.get(kind));
    }

    private Queue<Waiting> queue(CallClass kind) {
        return requireNonNull(queues.get(kind));
    }

    void enter(CallClass kind, Duration patience, Runnable ready) {
        synchronized (this) {
            queue(kind).add(new Waiting(Deadline.after(patience, time), ready));
        }
        release();
    }

    private void release() {
        List<Runnable> released = new ArrayList<>(1);
        synchronized (this) {
            takeTurns(released);
            takeImpatient(released);
        }
        released.forEach(Runnable::run);
    }

    /** A less urgent call never goes before a more urgent one that still waits. */
    private void takeTurns(List<Runnable> released) {
        for (CallClass kind : CallClass.values()) {
            Queue<Waiting> queue = queue(kind);
            while (!queue.isEmpty()) {
                long now = time.nanoTime();
                Duration wait = rate(kind).untilFree(now);
                if (!wait.isZero()) {
                    setTimer(wait);
                    return;
                }
                rate(kind).reserve(now);
                released.add(queue.remove().ready());
            }
        }
    }

    private void takeImpatient(List<Runnable> released) {
        for (Queue<Waiting> queue : queues.values()) {
            for (Iterator<Waiting> each = queue.iterator(); each.hasNext(); ) {
                Waiting waiting = each.next();
                if (waiting.patience().passed()) {
                    each.remove();
                    released.add(waiting.ready());
                }
            }
        }
    }

    /** Wakes for the next turn, or for the next call whose time is over. */
    private void setTimer(Duration untilTurn) {
        if (timerSet) {
            return;
        }
        timerSet = true;
        Duration wake = queues.values().stream()
                .flatMap(Queue::stream)
                .map(waiting -> waiting.patience().remaining())
                .filter(left -> left.compareTo(untilTurn) < 0)
                .min(Duration::compareTo)
                .orElse(untilTurn);
        time.schedule(wake, () -> {
            synchronized (this) {
                timerSet = false;
            }
            release();
        });
    }
}
