// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationsMethod;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Those of one parent that are due at the same time: what there is to know before it is decided how they are read. */
record DueTogether(ParentGroup group, List<Target> due) {
    /** What the server is asked to wait. */
    static final Duration WAIT = Duration.ofSeconds(15);

    /** What must be left for a wait, so that it ends well before its waiter's time does. */
    static final Duration WAIT_NEEDS = WAIT.multipliedBy(2);

    private static final Duration WAIT_SPARES = Duration.ofSeconds(1);

    PollChoice.Situation situation(long now, boolean placeToWait, RandomGenerator random) {
        boolean listable = group.targets().size() > 1 && group.listable(now);
        int pages = group.expectedPages();
        boolean dueDecide = !listable || due.size() > pages;
        return new PollChoice.Situation(
                due.size(),
                dueDecide ? due.size() : due.size() + dueSoon(now, random),
                listable,
                pages,
                placeToWait && due.size() == 1 && waitable(due.get(0), now, random));
    }

    /** What is left to the first of their waiters whose time ends. */
    Duration remaining() {
        return due.stream()
                .map(Target::remaining)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Those whose next read lies within half the pause they would take after it. */
    private int dueSoon(long now, RandomGenerator random) {
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

    private static boolean waitable(Target target, long now, RandomGenerator random) {
        return target.group().waitable(now)
                && target.remaining().compareTo(WAIT_NEEDS) > 0
                && target.pause(random).compareTo(WAIT_SPARES) >= 0
                && target.name()
                        .service()
                        .rule(OperationsMethod.WAIT, target.name().resource())
                        .isPresent();
    }
}
