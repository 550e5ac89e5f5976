// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The events of one run, in the calling thread. Events of the same moment run in an order that is drawn from the seed,
 * so that a run repeats exactly and explores orders that threads may produce. Times are nanoseconds since the begin.
 */
final class SimulatedWorld {
    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Throwable> uncaught = new ArrayList<>();
    private long now;
    private long number;

    SimulatedWorld(Random random) {
        this.random = random;
    }

    /** Something that happens, unless it is dropped before. */
    static final class Event implements Comparable<Event> {
        private final long at;
        private final long order;
        private final long number;
        private final Runnable task;
        private boolean dropped;

        private Event(long at, long order, long number, Runnable task) {
            this.at = at;
            this.order = order;
            this.number = number;
            this.task = task;
        }

        void drop() {
            dropped = true;
        }

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            int byOrder = byTime != 0 ? byTime : Long.compare(order, other.order);
            return byOrder != 0 ? byOrder : Long.compare(number, other.number);
        }
    }

    long now() {
        return now;
    }

    Event after(long nanos, Runnable task) {
        Event event = new Event(Math.max(now, now + nanos), random.nextLong(), number++, task);
        events.add(event);
        return event;
    }

    void runUntil(long end) {
        while (!events.isEmpty() && events.element().at <= end) {
            Event next = events.remove();
            now = Math.max(now, next.at);
            if (!next.dropped) {
                run(next.task);
            }
        }
        now = Math.max(now, end);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) { // a thread or a timer would swallow it
            uncaught.add(thrown);
        }
    }

    /** What reached the top of a thread. */
    List<Throwable> uncaught() {
        return uncaught;
    }

    /** The number of events that wait. */
    long pending() {
        return events.stream().filter(event -> !event.dropped).count();
    }
}
