// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a watch ended. A timeout is an outcome, not an exception.
 *
 * <pre>{@code
 * WatchOutcome outcome = client.watcher().await(name);
 * switch (outcome.kind()) {
 *     case DONE -> show(outcome.operation().orElseThrow());
 *     case TIMED_OUT -> watchAgain(outcome.name());
 *     case UNREADABLE -> report(outcome.cause().orElseThrow());
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public final class WatchOutcome {

    /** The ways in which a watch ends. */
    public enum Kind {
        /** A snapshot was done, or met {@link WatchOptions#until}. */
        DONE,
        /** The timeout passed first. {@link PollHistory#lastIsFresh} tells whether the operation ran just before. */
        TIMED_OUT,
        /** The operation cannot be read and another read would not help: not found, not permitted, client closed. */
        UNREADABLE
    }

    private final OperationName name;
    private final Kind kind;
    private final PollHistory history;
    private final @Nullable LongrunException cause;

    private WatchOutcome(OperationName name, Kind kind, PollHistory history, @Nullable LongrunException cause) {
        this.name = name;
        this.kind = kind;
        this.history = history;
        this.cause = cause;
    }

    /** @param history whose newest snapshot ended the watch */
    public static WatchOutcome done(OperationName name, PollHistory history) {
        if (history.last().isEmpty()) {
            throw new IllegalArgumentException("the history of a watch that is done must have a snapshot; got none");
        }
        return new WatchOutcome(name, Kind.DONE, history, null);
    }

    public static WatchOutcome timedOut(OperationName name, PollHistory history) {
        return new WatchOutcome(name, Kind.TIMED_OUT, history, null);
    }

    public static WatchOutcome unreadable(OperationName name, LongrunException cause, PollHistory history) {
        return new WatchOutcome(name, Kind.UNREADABLE, history, cause);
    }

    public OperationName name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The newest snapshot, for every kind; absent if every read failed. */
    public Optional<Operation> operation() {
        return history.last();
    }

    /** The permanent error; present exactly if {@link Kind#UNREADABLE}. */
    public Optional<LongrunException> cause() {
        return Optional.ofNullable(cause);
    }

    public PollHistory history() {
        return history;
    }

    /**
     * The snapshot that ended the watch.
     *
     * @throws LongrunException if the watch timed out or the operation is unreadable
     */
    public Operation orElseThrow() {
        if (cause != null) {
            throw cause;
        }
        return history.last()
                .filter(operation -> kind == Kind.DONE)
                .orElseThrow(() -> PollErrorClassifier.timedOut(name, history));
    }

    /** Such as {@code projects/p/locations/l/operations/o: TIMED_OUT after 3 reads in PT1.5S}. */
    @Override
    public String toString() {
        return name + ": " + kind + " after " + history;
    }
}
