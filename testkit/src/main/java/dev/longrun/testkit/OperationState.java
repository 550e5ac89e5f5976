// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of an operation on the server: the truth, whatever a client was told. Immutable.
 *
 * @param created when the operation was created
 * @param cancelAccepted when a cancel was first accepted; empty if none was
 * @param ended when the operation ended; empty while it runs
 * @param terminalState how it ended; empty while it runs. A delete does not change it
 * @param deleted when the operation became unreadable, by a delete request or some time after its end
 */
public record OperationState(
        Instant created,
        Optional<Instant> cancelAccepted,
        Optional<Instant> ended,
        Optional<TerminalState> terminalState,
        Optional<Instant> deleted) {

    /** The phases of an operation's life, in order. */
    public enum LifePhase {
        /** Runs, and no cancel was accepted. */
        RUNNING,
        /** Still runs after a cancel was accepted. */
        CANCELLING,
        /** Is done, and no longer changes. */
        ENDED,
        /** Is answered NOT_FOUND. */
        DELETED
    }

    static OperationState running(Instant created) {
        return new OperationState(created, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    OperationState cancelAccepted(Instant at) {
        return new OperationState(created, Optional.of(at), ended, terminalState, deleted);
    }

    OperationState ended(Instant at, TerminalState as) {
        return new OperationState(created, cancelAccepted, Optional.of(at), Optional.of(as), deleted);
    }

    OperationState deleted(Instant at) {
        return new OperationState(created, cancelAccepted, ended, terminalState, Optional.of(at));
    }

    public LifePhase phase() {
        if (deleted.isPresent()) {
            return LifePhase.DELETED;
        } else if (ended.isPresent()) {
            return LifePhase.ENDED;
        }
        return cancelAccepted.isPresent() ? LifePhase.CANCELLING : LifePhase.RUNNING;
    }

    /** True before the end of the operation and before its deletion. */
    boolean isRunning() {
        return ended.isEmpty() && deleted.isEmpty();
    }

    boolean isDeleted() {
        return deleted.isPresent();
    }

    /** When the operation last changed. */
    Instant updated() {
        return deleted.or(() -> ended).or(() -> cancelAccepted).orElse(created);
    }
}
