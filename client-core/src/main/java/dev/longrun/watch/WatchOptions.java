// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How long an operation is watched, how often it is read, and what is told of it on the way.
 *
 * <pre>{@code
 * WatchOptions.defaults().withTimeout(Duration.ofHours(2)).withListener(operation -> show(operation.info()))
 * }</pre>
 *
 * <p>Immutable. A value out of range is rejected with an {@link IllegalArgumentException} that names the option.
 */
public final class WatchOptions {
    private static final Consumer<Operation> NO_LISTENER = WatchOptions::ignore;
    private static final Predicate<Operation> DONE = Operation::done;
    private static final WatchOptions DEFAULTS = new WatchOptions(
            Duration.ofMinutes(10),
            Duration.ZERO,
            Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10)),
            NO_LISTENER,
            DONE);
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    private final Duration timeout;
    private final Duration initialDelay;
    private final Backoff pollBackoff;
    private final Consumer<? super Operation> listener;
    private final Predicate<? super Operation> until;

    private WatchOptions(
            Duration timeout,
            Duration initialDelay,
            Backoff pollBackoff,
            Consumer<? super Operation> listener,
            Predicate<? super Operation> until) {
        this.timeout = timeout;
        this.initialDelay = initialDelay;
        this.pollBackoff = pollBackoff;
        this.listener = listener;
        this.until = until;
    }

    /** Reads at once, then after half a second growing to ten seconds, for ten minutes. */
    public static WatchOptions defaults() {
        return DEFAULTS;
    }

    /** When the watch ends at the latest; the last read begins just before. */
    public Duration timeout() {
        return timeout;
    }

    /** The time before the first read; zero to read at once. */
    public Duration initialDelay() {
        return initialDelay;
    }

    /** The time between two reads. */
    public Backoff pollBackoff() {
        return pollBackoff;
    }

    /** Receives each new snapshot. */
    public Consumer<? super Operation> listener() {
        return listener;
    }

    /** Ends the watch at the first snapshot for which it is true. */
    public Predicate<? super Operation> until() {
        return until;
    }

    /** More than zero. */
    public WatchOptions withTimeout(Duration value) {
        check(
                !value.isNegative() && !value.isZero(),
                "timeout must be longer than zero, for example PT5M (five minutes)",
                value);
        return new WatchOptions(value, initialDelay, pollBackoff, listener, until);
    }

    /** Watches until the operation is done; transient errors are waited out, however long they last. */
    public WatchOptions withoutTimeout() {
        return withTimeout(UNLIMITED);
    }

    /** Zero or more. */
    public WatchOptions withInitialDelay(Duration value) {
        check(!value.isNegative(), "initialDelay must be zero or longer", value);
        return new WatchOptions(timeout, value, pollBackoff, listener, until);
    }

    public WatchOptions withPollBackoff(Backoff value) {
        return new WatchOptions(timeout, initialDelay, value, listener, until);
    }

    /**
     * The listener is called once for each snapshot that differs from the one before, on a thread of the client, in
     * order. It holds up its own watch only. What it throws is logged as a warning and changes nothing.
     */
    public WatchOptions withListener(Consumer<? super Operation> value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, value, until);
    }

    /**
     * Ends the watch with {@link WatchOutcome.Kind#DONE} at the first snapshot for which the predicate is true, or that
     * is done. The predicate must be quick; what it throws is logged as a warning and counts as false.
     */
    public WatchOptions withUntil(Predicate<? super Operation> value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, listener, value);
    }

    private static void ignore(Operation snapshot) {}

    boolean hasListener() {
        return !listener.equals(NO_LISTENER);
    }

    /** Whether nothing but the end of the operation ends the watch early. */
    boolean endsWhenDone() {
        return until.equals(DONE);
    }

    /** The duration in nanoseconds, {@link Long#MAX_VALUE} if it is too long for them. */
    static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : Long.MAX_VALUE;
    }

    private static void check(boolean holds, String rule, Duration got) {
        if (!holds) {
            throw new IllegalArgumentException(rule + "; got " + got);
        }
    }
}
