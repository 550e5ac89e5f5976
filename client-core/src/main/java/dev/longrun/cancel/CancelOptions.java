// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one operation is cancelled and followed to its end. Immutable; a value out of range is an
 * {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * CancelOptions options = CancelOptions.defaults().withTimeout(Duration.ofMinutes(1)).withStrict(true);
 * }</pre>
 */
public final class CancelOptions {
    private static final CancelOptions DEFAULTS = new CancelOptions(
            Duration.ofMinutes(5),
            WatchOptions.defaults().pollBackoff(),
            WatchOptions.defaults().pollStretch(),
            Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10)),
            false,
            false,
            WatchOptions.defaults().listener(),
            WriteAheadLog.none());

    private final Duration timeout;
    private final Backoff pollBackoff;
    private final double pollStretch;
    private final Backoff requestBackoff;
    private final boolean readFirst;
    private final boolean strict;
    private final Consumer<? super Operation> listener;
    private final WriteAheadLog writeAheadLog;

    private CancelOptions(
            Duration timeout,
            Backoff pollBackoff,
            double pollStretch,
            Backoff requestBackoff,
            boolean readFirst,
            boolean strict,
            Consumer<? super Operation> listener,
            WriteAheadLog writeAheadLog) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "timeout must be longer than zero, for example PT5M (five minutes); got " + timeout);
        }
        this.timeout = timeout;
        this.pollBackoff = requireNonNull(pollBackoff, "pollBackoff");
        this.pollStretch = pollStretch;
        this.requestBackoff = requireNonNull(requestBackoff, "requestBackoff");
        this.readFirst = readFirst;
        this.strict = strict;
        this.listener = requireNonNull(listener, "listener");
        this.writeAheadLog = requireNonNull(writeAheadLog, "writeAheadLog");
    }

    /**
     * A timeout of five minutes; reads as {@link WatchOptions#defaults} says, the first one 40 ms after the request was
     * accepted or when an end is likely; a request that failed is repeated after 0.5 s, then ×1.5 up to 10 s apart; no
     * read before the request; not strict; no log.
     */
    public static CancelOptions defaults() {
        return DEFAULTS;
    }

    /** The time for everything: the request, its repetitions, and all reads. */
    public Duration timeout() {
        return timeout;
    }

    /** The shortest time between two reads. */
    public Backoff pollBackoff() {
        return pollBackoff;
    }

    /** The factor by which the time between two reads may be longer; see {@link WatchOptions#pollStretch}. */
    public double pollStretch() {
        return pollStretch;
    }

    /** The delays between two requests for the same cancel. A longer Retry-After of the server wins. */
    public Backoff requestBackoff() {
        return requestBackoff;
    }

    /** Whether the operation is read before the request, so that no request is sent for one that has ended. */
    public boolean readFirst() {
        return readFirst;
    }

    /** Whether nothing is sent where the service documents no cancel for such a name. */
    public boolean strict() {
        return strict;
    }

    /**
     * Receives each new snapshot once, on a thread of the client; it must return quickly. What it throws is logged as a
     * warning and changes nothing.
     */
    public Consumer<? super Operation> listener() {
        return listener;
    }

    /** The log that is written before and after each request. */
    public WriteAheadLog writeAheadLog() {
        return writeAheadLog;
    }

    public CancelOptions withTimeout(Duration value) {
        return new CancelOptions(
                value, pollBackoff, pollStretch, requestBackoff, readFirst, strict, listener, writeAheadLog);
    }

    /** Reads exactly so. */
    public CancelOptions withPollBackoff(Backoff value) {
        return withPollBackoff(value, 1);
    }

    /** As {@link WatchOptions#withPollBackoff(Backoff, double)}. */
    public CancelOptions withPollBackoff(Backoff shortest, double stretch) {
        WatchOptions checked = WatchOptions.defaults().withPollBackoff(shortest, stretch);
        return new CancelOptions(
                timeout, shortest, checked.pollStretch(), requestBackoff, readFirst, strict, listener, writeAheadLog);
    }

    public CancelOptions withRequestBackoff(Backoff value) {
        return new CancelOptions(timeout, pollBackoff, pollStretch, value, readFirst, strict, listener, writeAheadLog);
    }

    public CancelOptions withReadFirst(boolean value) {
        return new CancelOptions(
                timeout, pollBackoff, pollStretch, requestBackoff, value, strict, listener, writeAheadLog);
    }

    public CancelOptions withStrict(boolean value) {
        return new CancelOptions(
                timeout, pollBackoff, pollStretch, requestBackoff, readFirst, value, listener, writeAheadLog);
    }

    public CancelOptions withListener(Consumer<? super Operation> value) {
        return new CancelOptions(
                timeout, pollBackoff, pollStretch, requestBackoff, readFirst, strict, value, writeAheadLog);
    }

    public CancelOptions withWriteAheadLog(WriteAheadLog value) {
        return new CancelOptions(timeout, pollBackoff, pollStretch, requestBackoff, readFirst, strict, listener, value);
    }

    /** The same, with one more listener before the other. */
    CancelOptions reporting(Optional<Consumer<Operation>> snapshots) {
        return snapshots.isEmpty() ? this : withListener(snapshots.get().andThen(listener));
    }

    boolean hasListener() {
        return !listener.equals(WatchOptions.defaults().listener());
    }
}
