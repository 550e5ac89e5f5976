// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happened to one cancel, with the time since the cancel began. Immutable. */
final class CancelEvent {
    private final Type type;
    private final Duration elapsed;
    private final @Nullable Object what;
    private final Duration backoff;

    enum Type {
        /** The cancel begins. */
        STARTED,
        /** The log told what an earlier process did. */
        PREVIOUS_KNOWN,
        /** The log took what it was given. */
        LOG_WRITTEN,
        /** The log threw, or its future failed. */
        LOG_FAILED,
        /** A read or a watch ended. */
        READ,
        /** A request was answered, or failed. */
        RESPONDED,
        /** A pause is over, or the log has taken too long. */
        TIMER,
        /** Nothing is wanted any more. */
        CLOSED
    }

    private CancelEvent(Type type, Duration elapsed, @Nullable Object what, Duration backoff) {
        this.type = type;
        this.elapsed = elapsed;
        this.what = what;
        this.backoff = backoff;
    }

    /** @param type one that carries nothing else */
    static CancelEvent of(Type type, Duration elapsed) {
        return new CancelEvent(type, elapsed, null, Duration.ZERO);
    }

    /** @param previous null if no earlier process was about to send a request */
    static CancelEvent previousKnown(@Nullable RequestStatus previous, Duration elapsed) {
        return new CancelEvent(Type.PREVIOUS_KNOWN, elapsed, previous, Duration.ZERO);
    }

    static CancelEvent logFailed(LongrunException cause, Duration elapsed) {
        return new CancelEvent(Type.LOG_FAILED, elapsed, cause, Duration.ZERO);
    }

    static CancelEvent read(WatchOutcome outcome, Duration elapsed) {
        return new CancelEvent(Type.READ, elapsed, outcome, Duration.ZERO);
    }

    /** @param backoff the pause before another request, unless the service asks for a longer one */
    static CancelEvent responded(CancelResponse response, Duration backoff, Duration elapsed) {
        return new CancelEvent(Type.RESPONDED, elapsed, response, backoff);
    }

    Type type() {
        return type;
    }

    Duration elapsed() {
        return elapsed;
    }

    @Nullable
    RequestStatus previous() {
        return (RequestStatus) what;
    }

    LongrunException cause() {
        return (LongrunException) requireNonNull(what);
    }

    WatchOutcome watched() {
        return (WatchOutcome) requireNonNull(what);
    }

    CancelResponse response() {
        return (CancelResponse) requireNonNull(what);
    }

    Duration backoff() {
        return backoff;
    }
}
