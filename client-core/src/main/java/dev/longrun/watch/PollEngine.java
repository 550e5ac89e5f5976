// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.Rpc;
import dev.longrun.time.Deadline;
import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration WAIT_NEEDS = WAIT.multipliedBy(2);
    private static final Duration HOLD_NEEDS = Duration.ofSeconds(5);
    private static final Duration WAIT_SPARES = Duration.ofSeconds(1);

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
            target.add(waiter);
            if (!target.isReading()) {
                schedule.put(target, target.due());
            }
            alarm.set(schedule.next());
        }
        return waiter.outcome();
    }

    synchronized WatchCounters counters() {
        return reads.counters(targets.size());
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
                if (target.isAbandoned()) {
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
            due.stream()
                    .filter(target -> target.remaining().compareTo(HOLD_NEEDS) > 0)
                    .forEach(group.held()::add);
            due.removeAll(group.held());
        }
        return due.isEmpty() ? () -> {} : read(group, due);
    }

    private Runnable read(ParentGroup group, List<Target> due) {
        PollChoice.Situation situation = situation(group, due);
        Deadline deadline = Deadline.after(shortest(due), time);
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
                schedule.put(target, time.nanoTime() + WAIT_NEEDS.toNanos());
                return () -> reads.await(target.name(), WAIT, deadline, new WaitTaker(target));
            }
            default -> {
                due.forEach(target -> target.setReading(true));
                return () -> due.forEach(target -> get(target, false));
            }
        }
    }

    private PollChoice.Situation situation(ParentGroup group, List<Target> due) {
        long now = time.nanoTime();
        boolean listable = group.targets().size() > 1 && group.listable(now);
        int pages = group.expectedPages();
        boolean dueDecide = !listable || due.size() > pages;
        return new PollChoice.Situation(
                due.size(),
                dueDecide ? due.size() : due.size() + dueSoon(group, now),
                listable,
                pages,
                due.size() == 1 && waitable(due.get(0)));
    }

    /** Those whose next read lies within half the pause they would take after it. */
    private int dueSoon(ParentGroup group, long now) {
        int soon = 0;
        for (Target target : group.targets().values()) {
            long wait = target.due() - now;
            boolean near = !target.isReading()
                    && wait > 0
                    && wait <= target.pause(random).toNanos() / 2;
            soon += near ? 1 : 0;
        }
        return soon;
    }

    private boolean waitable(Target target) {
        return waits < WAITS_AT_ONCE
                && target.group().waitable(time.nanoTime())
                && target.remaining().compareTo(WAIT_NEEDS) > 0
                && target.pause(random).compareTo(WAIT_SPARES) >= 0
                && target.name()
                        .service()
                        .rule(Rpc.WAIT, target.name().resource())
                        .isPresent();
    }

    private static Duration shortest(List<Target> due) {
        return due.stream()
                .map(Target::remaining)
                .min(Comparator.naturalOrder())
                .orElseThrow();
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
        Runnable exists = () -> {
            if (confirming) {
                target.group().missed(time.nanoTime());
            }
        };
        reads.get(target.name(), deadline, new Taker(target, () -> target.setReading(false), exists));
    }

    /** A page shows an operation: whoever watches it is told, due or not. */
    void listed(ParentGroup group, Operation operation, Set<Target> notSeen) {
        Target target;
        boolean wasDue;
        synchronized (this) {
            target = group.targets().get(operation.name().value());
            wasDue = target != null && notSeen.remove(target);
            if (target == null || (target.isReading() && !wasDue) || target.isAbandoned()) {
                return;
            }
        }
        if (wasDue) {
            reads.saved(1);
        }
        Operation read = Operation.read(target.name(), operation.json());
        settle(target, wasDue ? () -> target.setReading(false) : () -> {}, () -> target.read(read, random));
    }

    /** What a list should have shown is not known this time. */
    void notKnown(Target target, LongrunException reason) {
        settle(target, () -> target.setReading(false), () -> target.failed(reason, random));
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

    /** Hands one operation's reading to its watchers. */
    private final class Taker implements ReadQueue.Taker<Operation> {
        private final Target target;
        private final Runnable always;
        private final Runnable exists;

        Taker(Target target, Runnable always, Runnable exists) {
            this.target = target;
            this.always = always;
            this.exists = exists;
        }

        @Override
        public void took(Operation operation) {
            settle(
                    target,
                    () -> {
                        always.run();
                        exists.run();
                    },
                    () -> target.read(operation, random));
        }

        @Override
        public void failed(LongrunException error) {
            settle(target, always, () -> target.failed(error, random));
        }
    }

    /** A wait that fails proves nothing about the operation: it is read by gets, and the parent's others too for a while. */
    private final class WaitTaker implements ReadQueue.Taker<Operation> {
        private final Target target;

        WaitTaker(Target target) {
            this.target = target;
        }

        @Override
        public void took(Operation operation) {
            settle(target, () -> waits--, () -> target.read(operation, random));
        }

        @Override
        public void failed(LongrunException error) {
            settle(
                    target,
                    () -> {
                        waits--;
                        target.group().waitFailed(time.nanoTime());
                    },
                    List::of);
        }
    }
}
