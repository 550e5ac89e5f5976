// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.NotSentException;
import dev.longrun.operation.Operation;
import dev.longrun.time.Backoff;
import dev.longrun.time.Jitter;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a cancel is asked for and followed up.
 *
 * @param timeout for everything: the request and all reads that follow it
 * @param pollBackoff between the reads that follow
 * @param readFirst whether to read the operation before anything is asked for, so that one that is done already is left
 *     alone
 * @param strict whether to send nothing where the service documents no cancel for such a name
 * @param listener is given each new snapshot once, on a thread of the client; it must be quick. What it throws is
 *     logged as a warning and changes nothing
 * @param log is told what is about to be asked, how that was answered, and what became of it
 */
public record CancelOptions(
        Duration timeout,
        Backoff pollBackoff,
        boolean readFirst,
        boolean strict,
        Consumer<Operation> listener,
        WriteAheadLog log) {
    public CancelOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new NotSentException(
                    "timeout must be longer than zero, for example PT5M (five minutes); got " + timeout);
        }
    }

    /** Five minutes; reads after 0.5 s, then ×1.5 up to 10 s apart; no first look; not strict; no log. */
    public static CancelOptions defaults() {
        return new CancelOptions(
                Duration.ofMinutes(5),
                new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10), Jitter.NONE),
                false,
                false,
                operation -> {},
                WriteAheadLog.none());
    }

    public CancelOptions withTimeout(Duration value) {
        return new CancelOptions(value, pollBackoff, readFirst, strict, listener, log);
    }

    public CancelOptions withPollBackoff(Backoff value) {
        return new CancelOptions(timeout, value, readFirst, strict, listener, log);
    }

    public CancelOptions withReadFirst(boolean value) {
        return new CancelOptions(timeout, pollBackoff, value, strict, listener, log);
    }

    public CancelOptions withStrict(boolean value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, value, listener, log);
    }

    public CancelOptions withListener(Consumer<Operation> value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, strict, value, log);
    }

    public CancelOptions withLog(WriteAheadLog value) {
        return new CancelOptions(timeout, pollBackoff, readFirst, strict, listener, value);
    }
}
