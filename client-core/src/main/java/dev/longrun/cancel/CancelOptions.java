// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import java.time.Duration;
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
            Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10)),
            false,
            false,
            operation -> {},
            WriteAheadLog.none());

    private final Duration timeout;
    private final Backoff pollBackoff;
    private final boolean readFirst;
    private final boolean strict;
    private final Consumer<Operation> listener;
    private final WriteAheadLog writeAheadLog;

    private CancelOptions(
            Duration timeout,
            Backoff pollBackoff,
            boolean readFirst,
            boolean strict,
            Consumer<Operation> listener,
            WriteAheadLog writeAheadLog) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "timeout must be longer than zero, for example PT5M (five minutes); got " + timeout);
        }
        this.timeout = timeout;
        this.pollBackoff = requireNonNull(pollBackoff, "pollBackoff");
        this.readFirst = readFirst;
        this.strict = strict;
        this.listener = requireNonNull(listener, "listener");
        this.writeAheadLog = requireNonNull(writeAheadLog, "writeAheadLog");
    }

    /**
     * A timeout of five minutes; reads after 0.5 s, then ×1.5 up to 10 s apart; the request is sent without a read
     * before it; not strict; no log.
     */
    public static CancelOptions defaults() {
        return DEFAULTS;
    }

    /** The time for everything: the request, its repetitions, and all reads. */
    public Duration timeout() {
        return timeout;
    }

    /** The delays between reads. */
    public Backoff pollBackoff() {
        return pollBackoff;
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
    public Consumer<Operation> listener() {
        return listener;
    }

    /** The log that is written before and after each request. */
    public WriteAheadLog writeAheadLog() {
        return writeAheadLog;
    }

    public CancelOptions withTimeout(Duration value) {
        return new CancelOptions(value, pollBackoff, readFirst, strict, listener, writeAheadLog);
    }

    public CancelOptions withPollBackoff(Backoff value) {
        return new CancelOptions(timeout, value, readFirst, strict, listener, writeAheadLog);
    }

    public CancelOptions withReadFirst(boolean value) {
        return new CancelOptions(timeout, pollBackoff, value, strict, listener, writeAheadLog);
    }

    public CancelOptions withStrict(boolean value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, value, listener, writeAheadLog);
    }

    public CancelOptions withListener(Consumer<Operation> value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, strict, value, writeAheadLog);
    }

    public CancelOptions withWriteAheadLog(WriteAheadLog value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, strict, listener, value);
    }
}
