// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.time.Duration;
import java.util.Optional;

/** Decides when to read next. Pure: the clock's readings come in, a pause goes out. */
final class PollPlan {
    private static final Duration LONGEST_LAST_READ = Duration.ofSeconds(2);

    /** One answer must not end a watch that has no end: after an hour it is read again. */
    private static final Duration LONGEST_HINT = Duration.ofHours(1);

    private PollPlan() {}

    /** @param lastRead whether the next read is the one at the deadline, after which the watch ends */
    record Next(Duration pause, boolean lastRead) {}

    /**
     * The pause before the next read: the schedule's own, the server's hint where that is longer, up to an hour, cut so
     * that the last read and its answer still fit before the deadline.
     */
    static Next next(Duration scheduled, Optional<Duration> hint, Duration remaining, Duration timeout) {
        Duration pause = hint.map(PollPlan::believed)
                .filter(wish -> wish.compareTo(scheduled) > 0)
                .orElse(scheduled);
        Duration latest = remaining.minus(lastReadTakes(timeout));
        if (pause.compareTo(latest) < 0) {
            return new Next(pause, false);
        }
        return new Next(latest.isNegative() ? Duration.ZERO : latest, true);
    }

    private static Duration believed(Duration hint) {
        return hint.compareTo(LONGEST_HINT) < 0 ? hint : LONGEST_HINT;
    }

    /** What is set aside for the last read: a tenth of the whole, at most two seconds. */
    private static Duration lastReadTakes(Duration timeout) {
        boolean isLong = timeout.compareTo(LONGEST_LAST_READ.multipliedBy(10)) >= 0;
        return isLong ? LONGEST_LAST_READ : timeout.dividedBy(10);
    }
}
