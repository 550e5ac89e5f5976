// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reads of one watch found. Immutable. */
public final class PollHistory {
    private static final PollHistory NONE = new PollHistory(0, 0, null, 0, null, false, false);

    private final int polls;
    private final long elapsed;
    private final @Nullable Operation last;
    private final long lastReadAt;
    private final @Nullable LongrunException lastError;
    private final boolean lastIsFresh;
    private final boolean cancelSeen;

    private PollHistory(
            int polls,
            long elapsed,
            @Nullable Operation last,
            long lastReadAt,
            @Nullable LongrunException lastError,
            boolean lastIsFresh,
            boolean cancelSeen) {
        this.polls = polls;
        this.elapsed = elapsed;
        this.last = last;
        this.lastReadAt = lastReadAt;
        this.lastError = lastError;
        this.lastIsFresh = lastIsFresh;
        this.cancelSeen = cancelSeen;
    }

    /** Nothing has been read. */
    public static PollHistory none() {
        return NONE;
    }

    /** How many reads have ended, failed ones included. */
    public int polls() {
        return polls;
    }

    /** From the start of the watch to its newest read, or to its end. */
    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /** The newest snapshot; absent if every read failed. */
    public Optional<Operation> last() {
        return Optional.ofNullable(last);
    }

    /** The time from the start of the watch to the newest snapshot; absent if every read failed. */
    public Optional<Duration> lastReadAt() {
        return last().map(read -> Duration.ofNanos(lastReadAt));
    }

    /** The newest error of a read, kept even if later reads succeeded. */
    public Optional<LongrunException> lastError() {
        return Optional.ofNullable(lastError);
    }

    /**
     * Whether {@link #last} tells how the operation is now: it comes from the newest read, one that the deadline cut
     * off not counted, or the watch has timed out and it was read in the last tenth of the time, ten seconds at most.
     * The operation may have changed since {@link #lastReadAt}.
     */
    public boolean lastIsFresh() {
        return lastIsFresh;
    }

    /** Whether any snapshot's metadata said that the service holds a cancel request. */
    public boolean cancelSeen() {
        return cancelSeen;
    }

    /** The history after one more read, which succeeded. */
    public PollHistory plusSnapshot(Operation operation, Duration elapsed) {
        long now = elapsed.toNanos();
        return shows(operation) ? plusUnchanged(now) : plusChanged(operation, operation.info(), now);
    }

    /** Whether the newest snapshot is the same. */
    boolean shows(Operation operation) {
        return operation.equals(last);
    }

    /** The history after one more read, which succeeded and showed nothing new. */
    PollHistory plusUnchanged(long now) {
        return new PollHistory(polls + 1, now, last, now, lastError, true, cancelSeen);
    }

    /** @param info of the operation, which differs from the newest snapshot */
    PollHistory plusChanged(Operation operation, OperationInfo info, long now) {
        boolean cancel = cancelSeen || info.cancelRequested().orElse(false);
        return new PollHistory(polls + 1, now, operation, now, lastError, true, cancel);
    }

    /** The history after one more read, which failed. */
    public PollHistory plusError(LongrunException error, Duration elapsed) {
        return plusError(error, elapsed.toNanos());
    }

    PollHistory plusError(LongrunException error, long now) {
        return new PollHistory(polls + 1, now, last, lastReadAt, error, false, cancelSeen);
    }

    /** The history after one more read, which the deadline cut off: the newest snapshot stays as fresh as it was. */
    public PollHistory plusCutOff(LongrunException error, Duration elapsed) {
        return plusCutOff(error, elapsed.toNanos());
    }

    PollHistory plusCutOff(LongrunException error, long now) {
        return new PollHistory(polls + 1, now, last, lastReadAt, error, lastIsFresh, cancelSeen);
    }

    /** The history when the time has run out: a snapshot is fresh that is no older than {@code lastPart}. */
    PollHistory ended(long now, long lastPart) {
        boolean fresh = lastIsFresh || isReadWithin(lastPart, now);
        return new PollHistory(polls, now, last, lastReadAt, lastError, fresh, cancelSeen);
    }

    /** Whether the newest snapshot is at most so much older than {@code now}. */
    boolean isReadWithin(long age, long now) {
        return last != null && now - lastReadAt <= age;
    }

    /** Such as {@code 3 reads in PT1.5S}. */
    @Override
    public String toString() {
        return polls + (polls == 1 ? " read in " : " reads in ") + elapsed();
    }
}
