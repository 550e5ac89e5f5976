// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The end of an operation, some time after its creation or after a cancel. */
record ScheduledEnd(Duration after, TerminalState as) {

    static final ScheduledEnd NEVER = new ScheduledEnd(ChronoUnit.FOREVER.getDuration(), TerminalState.NO_RESULT);

    ScheduledEnd {
        if (after.isNegative()) {
            throw new IllegalArgumentException("an operation ends zero or more after its cue; got " + after);
        }
    }

    Instant from(Instant cue) {
        return later(cue, after);
    }

    /** {@link Instant#MAX} instead of an overflow. */
    static Instant later(Instant start, Duration delay) {
        return delay.compareTo(Duration.between(start, Instant.MAX)) >= 0 ? Instant.MAX : start.plus(delay);
    }
}
