// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static dev.longrun.testkit.CancelBehavior.ACCEPTED;

import dev.longrun.testkit.OperationState.LifePhase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The script of an operation as a pure function: (state, event, now) → state. The state is only brought up to date when
 * a request comes.
 *
 * @param onCancel the response to a cancel while it runs
 * @param afterCancel its end, counted from the first accepted cancel
 * @param byItself its end, counted from its creation; whichever end comes first counts
 * @param kept how long it can be read after its end
 */
record Script(CancelBehavior onCancel, ScheduledEnd afterCancel, ScheduledEnd byItself, Duration kept) {

    /** Accepts a cancel and never ends. */
    static final Script STUCK =
            new Script(ACCEPTED, ScheduledEnd.NEVER, ScheduledEnd.NEVER, ChronoUnit.FOREVER.getDuration());

    Script onCancel(CancelBehavior response) {
        return new Script(response, afterCancel, byItself, kept);
    }

    Script afterCancel(Duration delay, TerminalState ending) {
        return new Script(ACCEPTED, new ScheduledEnd(delay, ending), byItself, kept);
    }

    Script byItself(Duration delay, TerminalState ending) {
        return new Script(onCancel, afterCancel, new ScheduledEnd(delay, ending), kept);
    }

    Script kept(Duration duration) {
        return new Script(onCancel, afterCancel, byItself, duration);
    }

    /** The state after the time that has passed, without any request. */
    OperationState settle(OperationState state, Instant now) {
        Instant next = next(state);
        return now.isBefore(next) ? state : settle(changed(state, next), now);
    }

    /** When time alone changes the state; {@link Instant#MAX} for never. */
    Instant next(OperationState state) {
        return switch (state.phase()) {
            case RUNNING -> endByItself(state);
            case CANCELLING -> earlier(endByItself(state), endAfterCancel(state));
            case ENDED -> ScheduledEnd.later(state.ended().orElseThrow(), kept);
            case DELETED -> Instant.MAX;
        };
    }

    /** The response to a cancel of an operation in that state. */
    CancelBehavior responseToCancel(OperationState settled) {
        return switch (settled.phase()) {
            case RUNNING, CANCELLING -> onCancel;
            case ENDED ->
                onCancel == ACCEPTED && settled.cancelAccepted().isEmpty() ? CancelBehavior.TOO_LATE : onCancel;
            case DELETED -> CancelBehavior.NOT_FOUND;
        };
    }

    /** The state after a cancel, accepted or not. A repeated cancel does not change when the first was accepted. */
    OperationState cancel(OperationState state, Instant now) {
        OperationState settled = settle(state, now);
        boolean begins = onCancel == ACCEPTED && settled.phase() == LifePhase.RUNNING;
        return begins ? settle(settled.cancelAccepted(now), now) : settled;
    }

    OperationState delete(OperationState state, Instant now) {
        OperationState settled = settle(state, now);
        return settled.isDeleted() ? settled : settled.deleted(now);
    }

    private OperationState changed(OperationState state, Instant at) {
        return switch (state.phase()) {
            case RUNNING -> state.ended(at, byItself.as());
            case CANCELLING -> state.ended(at, endOf(state));
            case ENDED -> state.deleted(at);
            case DELETED -> state;
        };
    }

    private TerminalState endOf(OperationState cancelling) {
        return endByItself(cancelling).isBefore(endAfterCancel(cancelling)) ? byItself.as() : afterCancel.as();
    }

    private Instant endByItself(OperationState state) {
        return byItself.from(state.created());
    }

    private Instant endAfterCancel(OperationState state) {
        return afterCancel.from(state.cancelAccepted().orElseThrow());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
