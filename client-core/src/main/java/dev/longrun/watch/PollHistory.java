// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reads of one watch found. Immutable. */
public final class PollHistory {
    private static final PollHistory NONE = new PollHistory(0, 0, null, null, false, false);

    private final int polls;
    private final long elapsed;
    private final @Nullable Operation last;
    private final @Nullable LongrunException lastError;
    private final boolean lastIsFresh;
    private final boolean cancelSeen;

    private PollHistory(
            int polls,
            long elapsed,
            @Nullable Operation last,
            @Nullable LongrunException lastError,
            boolean lastIsFresh,
            boolean cancelSeen) {
        this.polls = polls;
        this.elapsed = elapsed;
        this.last = last;
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

    /** The newest error of a read, kept even if later reads succeeded. */
    public Optional<LongrunException> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Whether {@link #last} comes from the newest read. A read that the deadline cut off does not count. */
    public boolean lastIsFresh() {
        return lastIsFresh;
    }

    /** Whether any snapshot's metadata said that the service holds a cancel request. */
    public boolean cancelSeen() {
        return cancelSeen;
    }

    /** The history after one more read, which succeeded. */
    public PollHistory plusSnapshot(Operation operation, Duration elapsed) {
        return plusSnapshot(operation, elapsed.toNanos());
    }

    PollHistory plusSnapshot(Operation operation, long now) {
        boolean isNew = !operation.equals(last);
        boolean cancel =
                cancelSeen || isNew && operation.info().cancelRequested().orElse(false);
        return new PollHistory(polls + 1, now, operation, lastError, true, cancel);
    }

    /** The history after one more read, which failed. */
    public PollHistory plusError(LongrunException error, Duration elapsed) {
        return plusError(error, elapsed.toNanos());
    }

    PollHistory plusError(LongrunException error, long now) {
        return new PollHistory(polls + 1, now, last, error, false, cancelSeen);
    }

    /** The history after one more read, which the deadline cut off: the newest snapshot stays as fresh as it was. */
    public PollHistory plusCutOff(LongrunException error, Duration elapsed) {
        return plusCutOff(error, elapsed.toNanos());
    }

    PollHistory plusCutOff(LongrunException error, long now) {
        return new PollHistory(polls + 1, now, last, error, lastIsFresh, cancelSeen);
    }

    /** The same history at a later time. */
    PollHistory at(long now) {
        return new PollHistory(polls, now, last, lastError, lastIsFresh, cancelSeen);
    }

    /** Such as {@code 3 reads in PT1.5S}. */
    @Override
    public String toString() {
        return polls + (polls == 1 ? " read in " : " reads in ") + elapsed();
    }
}
