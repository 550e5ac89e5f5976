// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.time.TimeSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What reads have to report: it is taken in under the lock, told to the waiters without it, as no foreign code may run
 * inside, and then planned after.
 */
final class Reports {
    private final Watched watched;
    private final ReadQueue reads;
    private final TimeSource time;
    private final RandomGenerator random;

    Reports(Watched watched, ReadQueue reads, TimeSource time, RandomGenerator random) {
        this.watched = watched;
        this.reads = reads;
        this.time = time;
        this.random = random;
    }

    /** @param confirming whether a whole list did not show it, which is remembered against the list */
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
        settle(target, watched::waitEnded, () -> target.read(operation, random));
    }

    /** Proves nothing about the operation: it is read by gets, and the parent's others too for a while. */
    void waitFailed(Target target) {
        settle(
                target,
                () -> {
                    watched.waitEnded();
                    target.group().waitFailed(time.nanoTime());
                },
                List::of);
    }

    /** A page shows an operation: whoever watches it is told, due or not. */
    void listed(ParentGroup group, Operation operation, Set<Target> notSeen) {
        Target target;
        boolean wasDue;
        synchronized (watched) {
            target = group.targets().get(operation.name().value());
            wasDue = target != null && notSeen.remove(target);
            if (target == null || (target.isReading() && !wasDue)) {
                return;
            }
            if (target.isAbandoned()) {
                watched.forget(target);
                return;
            }
        }
        if (wasDue) {
            reads.saved(1);
        }
        Operation read = Operation.read(target.name(), operation.json());
        settle(target, wasDue ? () -> target.setReading(false) : () -> {}, () -> target.read(read, random));
    }

    void listEnded(ParentGroup group, Runnable lesson) {
        synchronized (watched) {
            group.setListing(false);
            lesson.run();
            group.held().stream().filter(target -> !target.isReading()).forEach(watched::plan);
            group.held().clear();
            watched.setAlarm();
        }
    }

    void distrust(ParentGroup group) {
        group.distrust(time.nanoTime());
    }

    private void settle(Target target, Runnable first, Supplier<List<Runnable>> news) {
        List<Runnable> effects;
        synchronized (watched) {
            first.run();
            effects = news.get();
        }
        effects.forEach(Runnable::run);
        synchronized (watched) {
            if (target.isAbandoned()) {
                watched.forget(target);
            } else if (!target.isReading()) {
                watched.plan(target);
                watched.setAlarm();
            }
        }
    }
}
