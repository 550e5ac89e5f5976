// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.Optional;
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
            Backoff.exponential(Duration.ofMillis(40), 1.1, Duration.ofSeconds(10)),
            5,
            false,
            NO_LISTENER,
            DONE);
    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    private final Duration timeout;
    private final Duration initialDelay;
    private final Backoff pollBackoff;
    private final double pollStretch;
    private final boolean afterCancel;
    private final Consumer<? super Operation> listener;
    private final Predicate<? super Operation> until;

    private WatchOptions(
            Duration timeout,
            Duration initialDelay,
            Backoff pollBackoff,
            double pollStretch,
            boolean afterCancel,
            Consumer<? super Operation> listener,
            Predicate<? super Operation> until) {
        this.timeout = timeout;
        this.initialDelay = initialDelay;
        this.pollBackoff = pollBackoff;
        this.pollStretch = pollStretch;
        this.afterCancel = afterCancel;
        this.listener = listener;
        this.until = until;
    }

    /**
     * Reads at once, then after 40 ms, then whenever a tenth of the time has passed again, up to ten seconds apart, for
     * ten minutes: at most 34 reads in ten seconds, 78 in five minutes. While the reads of a client take many requests,
     * and where an end is not expected, up to five times as long passes between two reads.
     */
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

    /** The shortest time between two reads, and so the budget of reads. */
    public Backoff pollBackoff() {
        return pollBackoff;
    }

    /**
     * The factor by which the time between two reads may be longer than {@link #pollBackoff}; 1 if it may not.
     *
     * <p>The reads of a client share a budget of 30 requests a second: as long as they take less, the time is the
     * shortest; the more they take, the longer. Once some operations of the kind have ended, reads are made when an end
     * is likely, within the same bounds: the client learns how long the kind runs, and how long it takes to end after a
     * cancel.
     */
    public double pollStretch() {
        return pollStretch;
    }

    /** Whether a cancel of the operation has been accepted just before: then the first read waits for its end too. */
    public boolean afterCancel() {
        return afterCancel;
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
        return new WatchOptions(value, initialDelay, pollBackoff, pollStretch, afterCancel, listener, until);
    }

    /** Watches until the operation is done; transient errors are waited out, however long they last. */
    public WatchOptions withoutTimeout() {
        return withTimeout(UNLIMITED);
    }

    /** Zero or more. */
    public WatchOptions withInitialDelay(Duration value) {
        check(!value.isNegative(), "initialDelay must be zero or longer", value);
        return new WatchOptions(timeout, value, pollBackoff, pollStretch, afterCancel, listener, until);
    }

    /** Reads exactly so. */
    public WatchOptions withPollBackoff(Backoff value) {
        return withPollBackoff(value, 1);
    }

    /**
     * Reads with pauses between {@code shortest} and {@code stretch} times that; see {@link #pollStretch}.
     *
     * @param stretch 1 or more
     */
    public WatchOptions withPollBackoff(Backoff shortest, double stretch) {
        if (!(stretch >= 1 && stretch < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("pollStretch must be 1 or more; got " + stretch);
        }
        return new WatchOptions(timeout, initialDelay, shortest, stretch, afterCancel, listener, until);
    }

    /** To be set if the watch begins when the service has accepted a cancel of the operation. */
    public WatchOptions withAfterCancel(boolean value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, pollStretch, value, listener, until);
    }

    /**
     * The listener is called once for each snapshot that differs from the one before, on a thread of the client, in
     * order. It holds up its own watch only. What it throws is logged as a warning and changes nothing.
     */
    public WatchOptions withListener(Consumer<? super Operation> value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, pollStretch, afterCancel, value, until);
    }

    /**
     * Ends the watch with {@link WatchOutcome.Kind#DONE} at the first snapshot for which the predicate is true, or that
     * is done. The predicate must be quick; what it throws is logged as a warning and counts as false.
     */
    public WatchOptions withUntil(Predicate<? super Operation> value) {
        return new WatchOptions(timeout, initialDelay, pollBackoff, pollStretch, afterCancel, listener, value);
    }

    /** The same, with one more listener before the other. */
    WatchOptions reporting(Optional<Consumer<Operation>> snapshots) {
        return snapshots.isEmpty() ? this : withListener(snapshots.get().andThen(listener));
    }

    private static void ignore(Operation snapshot) {}

    boolean hasListener() {
        return !listener.equals(NO_LISTENER);
    }

    /** Whether nothing but the end of the operation ends the watch early. */
    boolean endsWhenDone() {
        return until.equals(DONE);
    }

    private static void check(boolean holds, String rule, Duration got) {
        if (!holds) {
            throw new IllegalArgumentException(rule + "; got " + got);
        }
    }
}
