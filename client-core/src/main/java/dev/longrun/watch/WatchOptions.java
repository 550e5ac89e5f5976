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
 * @param initialDelay the pause before the first read, zero to read at once
 * @param pollBackoff between the reads that follow
 * @param listener is given each new snapshot once, on a thread of the client; it must be quick. What it throws is
 *     logged as a warning and changes nothing
 */
public record WatchOptions(Duration timeout, Duration initialDelay, Backoff pollBackoff, Consumer<Operation> listener) {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    public WatchOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new NotSentException(
                    "timeout must be longer than zero, for example PT5M (five minutes); got " + timeout);
        }
        if (initialDelay.isNegative()) {
            throw new NotSentException("initialDelay must be zero or longer; got " + initialDelay);
        }
    }

    /** Reads at once, then every half second growing to ten seconds, for ten minutes. */
    public static WatchOptions defaults() {
        return new WatchOptions(
                Duration.ofMinutes(10),
                Duration.ZERO,
                new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10), Jitter.NONE),
                operation -> {});
    }

    /** As {@link #defaults()}, but without an end: errors that may pass are waited out, however long. */
    public static WatchOptions untilDone() {
        return defaults().withTimeout(FOREVER);
    }

    public WatchOptions withTimeout(Duration value) {
        return new WatchOptions(value, initialDelay, pollBackoff, listener);
    }

    public WatchOptions withInitialDelay(Duration value) {
        return new WatchOptions(timeout, value, pollBackoff, listener);
    }

    public WatchOptions withPollBackoff(Backoff value) {
        return new WatchOptions(timeout, initialDelay, value, listener);
    }

    public WatchOptions withListener(Consumer<Operation> value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, value);
    }
}
