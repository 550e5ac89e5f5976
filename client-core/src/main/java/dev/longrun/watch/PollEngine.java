// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NotSentException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.time.Deadline;
import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Reads all that is watched: one timer, a bounded number of reads in flight, no thread of its own.
 *
 * <p>State is guarded by this object's lock. What follows from a change (requests to send, futures to complete, listeners to
 * call) is collected under the lock and done after it, so that no foreign code ever runs inside.
 */
final class PollEngine {
    private static final int WAITS_AT_ONCE = 4;
    private static final Duration HOLD_NEEDS = Duration.ofSeconds(5);

    /** What a read is given to tell by itself that its time is over, as it knows why. */
    private static final Duration READ_ENDS = Duration.ofMillis(100);

    /** At the latest, as for ever cannot be added to a clock. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Time time;
    private final RandomGenerator random;
    private final ReadQueue reads;
    private final Schedule schedule;
    private final Map<OperationName, Target> targets = new HashMap<>();
    private final Map<Optional<OperationParent>, ParentGroup> groups = new HashMap<>();
    private final Alarm alarm;
    private int waits;

    PollEngine(Operations operations, Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.reads = new ReadQueue(operations);
        this.schedule = new Schedule(time.nanoTime());
        this.alarm = new Alarm(time, this::tick);
    }

    CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        Waiter waiter = new Waiter(name, options, time);
        synchronized (this) {
            Target target = targets.computeIfAbsent(name, this::newTarget);
            if (target.add(waiter)) {
                endInTime(target);
            } else if (!target.isReading()) {
                schedule.put(target, target.due());
            }
            alarm.set(schedule.next());
        }
        return waiter.outcome();
    }

    synchronized WatchCounters counters() {
        return reads.counters(targets.size());
    }

    /** Nobody is left waiting for reads that will not come. */
    void close() {
        List<Target> left;
        synchronized (this) {
            left = List.copyOf(targets.values());
        }
        for (Target target : left) {
            notKnown(target, new NotSentException(target.name() + ": the client was closed while it was watched"));
        }
    }

    private Target newTarget(OperationName name) {
        ParentGroup group = groups.computeIfAbsent(name.parent(), ParentGroup::new);
        Target target = new Target(name, group);
        group.targets().put(name.value(), target);
        return target;
    }

    private void tick() {
        List<Runnable> effects = new ArrayList<>();
        synchronized (this) {
            Map<ParentGroup, List<Target>> due = new LinkedHashMap<>();
            for (Target target : schedule.takeDue(time.nanoTime())) {
                if (target.isReading()) {
                    effects.addAll(target.endOverdue(random));
                    endInTime(target);
                } else if (target.isAbandoned()) {
                    forget(target);
                } else {
                    due.computeIfAbsent(target.group(), group -> new ArrayList<>())
                            .add(target);
                }
            }
            due.forEach((group, theirs) -> effects.add(start(group, theirs)));
            alarm.set(schedule.next());
        }
        effects.forEach(Runnable::run);
    }

    /** While a list is under way its parent's others wait for what it brings, unless their time is nearly over. */
    private Runnable start(ParentGroup group, List<Target> due) {
        if (group.isListing()) {
            List<Target> hold = due.stream()
                    .filter(target -> target.remaining().compareTo(HOLD_NEEDS) > 0)
                    .toList();
            group.held().addAll(hold);
            due.removeAll(hold);
        }
        return due.isEmpty() ? () -> {} : read(group, due);
    }

    private Runnable read(ParentGroup group, List<Target> due) {
        DueTogether together = new DueTogether(group, due);
        PollChoice.Situation situation = together.situation(time.nanoTime(), waits < WAITS_AT_ONCE, random);
        Deadline deadline = Deadline.after(together.remaining(), time);
        switch (PollChoice.of(situation)) {
            case LIST -> {
                group.setListing(true);
                due.forEach(target -> target.setReading(true));
                OperationParent parent = group.parent().orElseThrow();
                return new ListRead(this, reads, group, parent, due, situation.soon(), deadline)::start;
            }
            case WAIT -> {
                Target target = due.get(0);
                waits++;
                schedule.put(target, time.nanoTime() + DueTogether.WAIT_NEEDS.toNanos());
                return () -> reads.await(target.name(), DueTogether.WAIT, deadline, new WaitTaker(this, target));
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
        Deadline deadline;
        synchronized (this) {
            deadline = Deadline.after(target.remaining(), time);
        }
        reads.get(target.name(), deadline, new GetTaker(this, target, confirming));
    }

    void got(Target target, Operation operation, boolean confirming) {
        settle(
                target,
                () -> {
                    target.setReading(false);
                    if (confirming) {
                        target.group().missed(time.nanoTime());
                    }
                },
                () -> target.read(operation, random));
    }

    /** A read failed, or a list that should have shown it did not reach it. */
    void notKnown(Target target, LongrunException reason) {
        settle(target, () -> target.setReading(false), () -> target.failed(reason, random));
    }

    void waited(Target target, Operation operation) {
        settle(target, () -> waits--, () -> target.read(operation, random));
    }

    /** Proves nothing about the operation: it is read by gets, and the parent's others too for a while. */
    void waitFailed(Target target) {
        settle(
                target,
                () -> {
                    waits--;
                    target.group().waitFailed(time.nanoTime());
                },
                List::of);
    }

    /** A page shows an operation: whoever watches it is told, due or not. */
    void listed(ParentGroup group, Operation operation, Set<Target> notSeen) {
        Target target;
        boolean wasDue;
        synchronized (this) {
            target = group.targets().get(operation.name().value());
            wasDue = target != null && notSeen.remove(target);
            if (target == null || (target.isReading() && !wasDue)) {
                return;
            }
            if (target.isAbandoned()) {
                forget(target);
                return;
            }
        }
        if (wasDue) {
            reads.saved(1);
        }
        Operation read = Operation.read(target.name(), operation.json());
        settle(target, wasDue ? () -> target.setReading(false) : () -> {}, () -> target.read(read, random));
    }

    synchronized void listEnded(ParentGroup group, Runnable lesson) {
        group.setListing(false);
        lesson.run();
        for (Target target : group.held()) {
            if (!target.isReading()) {
                schedule.put(target, target.due());
            }
        }
        group.held().clear();
        alarm.set(schedule.next());
    }

    void distrust(ParentGroup group) {
        group.distrust(time.nanoTime());
    }

    /** Takes news in, tells it, and plans what comes next. */
    private void settle(Target target, Runnable first, Supplier<List<Runnable>> news) {
        List<Runnable> effects;
        synchronized (this) {
            first.run();
            effects = news.get();
        }
        effects.forEach(Runnable::run);
        synchronized (this) {
            if (target.isAbandoned()) {
                forget(target);
            } else if (!target.isReading()) {
                schedule.put(target, target.due());
                alarm.set(schedule.next());
            }
        }
    }

    /** For one that is being read: those whose time ends before the read does are not left waiting for it. */
    private void endInTime(Target target) {
        if (!target.isAbandoned()) {
            Duration next = target.remaining().compareTo(LOOK_AGAIN) < 0 ? target.remaining() : LOOK_AGAIN;
            schedule.put(target, time.nanoTime() + next.plus(READ_ENDS).toNanos());
        }
    }

    private void forget(Target target) {
        schedule.remove(target);
        targets.remove(target.name(), target);
        ParentGroup group = target.group();
        group.held().remove(target);
        group.targets().remove(target.name().value(), target);
        if (group.targets().isEmpty()) {
            groups.remove(group.parent(), group);
        }
    }
}
