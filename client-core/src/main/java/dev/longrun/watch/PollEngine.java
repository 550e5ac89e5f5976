// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.NotSentException;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Reads all that is watched: one timer, a bounded number of reads in flight, no thread of its own.
 *
 * <p>It says what is read when; {@link Reports} takes in what comes of that. What follows from a change (requests to
 * send, futures to complete, listeners to call) is collected under the lock of {@link Watched} and done after it.
 */
final class PollEngine {
    private static final Duration HOLD_NEEDS = Duration.ofSeconds(5);

    /** What a read is given to tell by itself that its time is over, as it knows why. */
    private static final Duration READ_ENDS = Duration.ofMillis(100);

    /** At the latest, as for ever cannot be added to a clock. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final TimeSource time;
    private final RandomGenerator random;
    private final Executor callbacks;
    private final ReadQueue reads;
    private final Watched watched;
    private final Reports reports;

    PollEngine(Operations operations, TimeSource time, RandomGenerator random, Executor callbacks) {
        this.time = time;
        this.random = random;
        this.callbacks = callbacks;
        this.reads = new ReadQueue(operations, callbacks);
        this.watched = new Watched(time, this::tick);
        this.reports = new Reports(watched, reads, time, random);
    }

    CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        Waiter waiter = new Waiter(name, options, time);
        synchronized (watched) {
            Target target = watched.target(name);
            if (target.add(waiter)) {
                planEnd(target);
            } else if (!target.isReading()) {
                watched.plan(target);
            }
            watched.setAlarm();
        }
        return waiter.outcome();
    }

    WatcherStats stats() {
        synchronized (watched) {
            return reads.stats(watched.size());
        }
    }

    /** Nobody is left waiting for reads that will not come. */
    void close() {
        List<Target> left;
        synchronized (watched) {
            left = watched.all();
        }
        for (Target target : left) {
            reports.notKnown(
                    target, new NotSentException(target.name() + ": the client was closed while it was watched"));
        }
    }

    /** On a thread that all timers share, so that nobody is told anything here. */
    private void tick() {
        List<Runnable> ends = new ArrayList<>();
        List<Runnable> reads = new ArrayList<>();
        synchronized (watched) {
            Map<ParentGroup, List<Target>> due = new LinkedHashMap<>();
            for (Target target : watched.takeDue(time.nanoTime())) {
                if (target.isReading()) {
                    ends.addAll(target.endOverdue(random));
                    planEnd(target);
                } else if (target.isAbandoned()) {
                    watched.forget(target);
                } else {
                    due.computeIfAbsent(target.group(), group -> new ArrayList<>())
                            .add(target);
                }
            }
            due.forEach((group, theirs) -> reads.add(start(group, theirs)));
            watched.setAlarm();
        }
        ends.forEach(callbacks::execute);
        reads.forEach(Runnable::run);
    }

    /**
     * While a list is under way its parent's others wait for what it brings, until a get has only just the time it
     * needs.
     */
    private Runnable start(ParentGroup group, List<Target> due) {
        if (group.isListing()) {
            List<Target> hold = due.stream()
                    .filter(target -> target.remaining().compareTo(HOLD_NEEDS) > 0)
                    .toList();
            group.held().addAll(hold);
            hold.forEach(target -> watched.plan(target, in(target.remaining().minus(HOLD_NEEDS))));
            due.removeAll(hold);
        }
        return due.isEmpty() ? () -> {} : read(group, due);
    }

    private Runnable read(ParentGroup group, List<Target> due) {
        DueTogether together = new DueTogether(group, due);
        PollChoice.Situation situation = together.situation(time.nanoTime(), watched.hasRoomToWait(), random);
        Deadline deadline = Deadline.after(together.remaining(), time);
        switch (PollChoice.of(situation)) {
            case LIST -> {
                group.setListing(true);
                due.forEach(target -> target.setReading(true));
                return new ListRead(this, reports, reads, group, due, situation.soon(), deadline)::start;
            }
            case WAIT -> {
                Target target = due.get(0);
                watched.waitBegan();
                watched.plan(target, time.nanoTime() + DueTogether.WAIT_NEEDS.toNanos());
                return () -> reads.await(target.name(), DueTogether.WAIT, deadline, new WaitTaker(reports, target));
            }
            default -> {
                due.forEach(target -> target.setReading(true));
                return () -> due.forEach(target -> get(target, false));
            }
        }
    }

    /**
     * Reads one.
     *
     * @param confirming whether a whole list did not show it, which is remembered against the list if it exists
     */
    void get(Target target, boolean confirming) {
        boolean atOnce = reads.get(target.name(), () -> remaining(target), new GetTaker(reports, target, confirming));
        if (!atOnce) {
            endInTime(List.of(target));
        }
    }

    private Duration remaining(Target target) {
        synchronized (watched) {
            return target.remaining();
        }
    }

    /** For those whose read waits for others to end: it takes its time only once it is sent. */
    void endInTime(Collection<Target> targets) {
        synchronized (watched) {
            targets.stream().filter(Target::isReading).forEach(this::planEnd);
            watched.setAlarm();
        }
    }

    /** For one that is being read: those whose time ends before the read does are not left waiting for it. */
    private void planEnd(Target target) {
        if (!target.isAbandoned()) {
            watched.plan(target, in(target.remaining().plus(READ_ENDS)));
        }
    }

    private long in(Duration wanted) {
        Duration next = wanted.compareTo(LOOK_AGAIN) < 0 ? wanted : LOOK_AGAIN;
        return time.nanoTime() + next.toNanos();
    }
}
