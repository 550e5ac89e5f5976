// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests and reads from which an outcome was derived. Immutable. */
public final class CancelEvidence {
    private final RequestStatus requestStatus;
    private final boolean acknowledged;
    private final int polls;
    private final Duration elapsed;
    private final @Nullable Operation lastSnapshot;
    private final @Nullable Duration lastReadAt;
    private final @Nullable LongrunException lastPollError;
    private final List<String> requestIds;

    /** What became of the cancel request. */
    public enum RequestStatus {
        /** No request left, or every request was turned away before the service looked at it. */
        NOT_SENT,
        /** The service accepted the request. */
        ACCEPTED,
        /** The service rejected the request. */
        REJECTED,
        /** The request was sent and its response was lost or unusable: the service may have accepted it. */
        AMBIGUOUS;

        /** Returns true for {@link #ACCEPTED} and {@link #AMBIGUOUS}. */
        public boolean mayHaveTakenEffect() {
            return this == ACCEPTED || this == AMBIGUOUS;
        }

        /** The status in lower case with spaces: {@code not sent}. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    CancelEvidence(
            RequestStatus requestStatus,
            boolean acknowledged,
            int polls,
            Duration elapsed,
            @Nullable Operation lastSnapshot,
            @Nullable Duration lastReadAt,
            @Nullable LongrunException lastPollError,
            List<String> requestIds) {
        this.requestStatus = requestStatus;
        this.acknowledged = acknowledged;
        this.polls = polls;
        this.elapsed = elapsed;
        this.lastSnapshot = lastSnapshot;
        this.lastReadAt = lastReadAt;
        this.lastPollError = lastPollError;
        this.requestIds = List.copyOf(requestIds);
    }

    public RequestStatus requestStatus() {
        return requestStatus;
    }

    /** Whether a snapshot said that the service holds a cancel request, or that it carried one out. */
    public boolean acknowledged() {
        return acknowledged;
    }

    /** The number of reads, failed ones included. */
    public int polls() {
        return polls;
    }

    /** The time from the start of the cancel to its outcome. */
    public Duration elapsed() {
        return elapsed;
    }

    /** The operation as it was read last. */
    public Optional<Operation> lastSnapshot() {
        return Optional.ofNullable(lastSnapshot);
    }

    /**
     * The time from the start of the cancel to {@link #lastSnapshot}; later than that, the operation may have changed.
     */
    public Optional<Duration> lastReadAt() {
        return Optional.ofNullable(lastReadAt);
    }

    /** The newest read error; reads after it may have succeeded. */
    public Optional<LongrunException> lastPollError() {
        return Optional.ofNullable(lastPollError);
    }

    /** The ids by which the service's logs know the requests that it answered with an error. */
    public List<String> requestIds() {
        return requestIds;
    }
}
