// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static dev.longrun.testkit.CancelBehavior.ACCEPTED;

import dev.longrun.testkit.OperationState.Cancelling;
import dev.longrun.testkit.OperationState.Deleted;
import dev.longrun.testkit.OperationState.Ended;
import dev.longrun.testkit.OperationState.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The course of an operation as a pure function: (state, event, now) → state. Nothing happens between requests; each
 * first settles what time has brought about.
 *
 * @param onCancel the answer to a cancel while it runs
 * @param afterCancel its end, counted from the first accepted cancel
 * @param byItself its end, counted from its creation; whichever end comes first counts
 * @param kept how long it can be read once it ended
 */
record Script(CancelBehavior onCancel, ScheduledEnd afterCancel, ScheduledEnd byItself, Duration kept) {

    /** Accepts a cancel and runs on for ever. */
    static final Script STUCK =
            new Script(ACCEPTED, ScheduledEnd.NEVER, ScheduledEnd.NEVER, ChronoUnit.FOREVER.getDuration());

    Script onCancel(CancelBehavior answer) {
        return new Script(answer, afterCancel, byItself, kept);
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

    /** What time alone has made of the state. */
    OperationState settle(OperationState state, Instant now) {
        Instant next = next(state);
        return now.isBefore(next) ? state : settle(turned(state, next), now);
    }

    /** When time alone will change the state; {@link Instant#MAX} for never. */
    Instant next(OperationState state) {
        return state.fold(
                running -> byItself.from(running.created()),
                cancelling -> earlier(byItself.from(cancelling.created()), afterCancel.from(cancelling.accepted())),
                ended -> ScheduledEnd.later(ended.at(), kept),
                deleted -> Instant.MAX);
    }

    CancelBehavior answer(OperationState settled) {
        return settled.fold(
                running -> onCancel,
                cancelling -> onCancel,
                ended -> onCancel == ACCEPTED && ended.cancelAccepted().isEmpty() ? CancelBehavior.TOO_LATE : onCancel,
                deleted -> CancelBehavior.NOT_FOUND);
    }

    /** The state after a cancel, accepted or not; one that was accepted before counts from then. */
    OperationState cancel(OperationState state, Instant now) {
        OperationState settled = settle(state, now);
        boolean begins = onCancel == ACCEPTED && settled instanceof Running;
        return begins ? settle(new Cancelling(settled.created(), now), now) : settled;
    }

    OperationState delete(OperationState state, Instant now) {
        OperationState settled = settle(state, now);
        return settled instanceof Deleted ? settled : new Deleted(settled, now);
    }

    private OperationState turned(OperationState state, Instant at) {
        return state.fold(
                running -> new Ended(running, at, byItself.as()),
                cancelling -> new Ended(cancelling, at, endOf(cancelling)),
                ended -> new Deleted(ended, at),
                deleted -> deleted);
    }

    private TerminalState endOf(Cancelling state) {
        boolean itself = byItself.from(state.created()).isBefore(afterCancel.from(state.accepted()));
        return itself ? byItself.as() : afterCancel.as();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
