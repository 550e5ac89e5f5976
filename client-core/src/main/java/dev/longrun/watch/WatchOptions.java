// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.NotSentException;
import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import dev.longrun.time.Jitter;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long an operation is watched, how often it is read, and who hears of each change.
 *
 * @param timeout when to stop watching; one last read is made just before
 * @param firstRead the pause before the first read, zero to read at once
 * @param pauses between the reads that follow
 * @param listener is given each new snapshot once, on a thread of the client; it must be quick. What it throws is
 *     logged as a warning and changes nothing
 */
public record WatchOptions(Duration timeout, Duration firstRead, Backoff pauses, Consumer<Operation> listener) {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    public WatchOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new NotSentException(
                    "timeout must be longer than zero, for example PT5M (five minutes); got " + timeout);
        }
        if (firstRead.isNegative()) {
            throw new NotSentException("firstRead must be zero or longer; got " + firstRead);
        }
    }

    /** Reads at once, then every half second growing to ten seconds, for ten minutes. */
    public static WatchOptions standard() {
        return new WatchOptions(
                Duration.ofMinutes(10),
                Duration.ZERO,
                new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10), Jitter.NONE),
                operation -> {});
    }

    /** As {@link #standard()}, but without an end: errors that may pass are waited out, however long. */
    public static WatchOptions untilDone() {
        return standard().withTimeout(FOREVER);
    }

    public WatchOptions withTimeout(Duration value) {
        return new WatchOptions(value, firstRead, pauses, listener);
    }

    public WatchOptions withFirstRead(Duration value) {
        return new WatchOptions(timeout, value, pauses, listener);
    }

    public WatchOptions withPauses(Backoff value) {
        return new WatchOptions(timeout, firstRead, value, listener);
    }

    public WatchOptions withListener(Consumer<Operation> value) {
        return new WatchOptions(timeout, firstRead, pauses, value);
    }
}
