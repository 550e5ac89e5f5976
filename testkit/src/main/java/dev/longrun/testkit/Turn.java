// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An end that comes a while after something. */
record Turn(Duration after, Ending as) {

    static final Turn NEVER = new Turn(ChronoUnit.FOREVER.getDuration(), Ending.NO_RESULT);

    Turn {
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
