// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static dev.longrun.testkit.TerminalState.CANCELLED;
import static dev.longrun.testkit.TerminalState.COMPLETED;
import static dev.longrun.testkit.TerminalState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final OperationState NEW = OperationState.running(NOON);

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    @Test
    void stuckRunsForEverAndThroughAnyCancel() {
        assertThat(Script.STUCK.settle(NEW, Instant.MAX.minusSeconds(1))).isEqualTo(NEW);
        assertThat(Script.STUCK.responseToCancel(NEW)).isEqualTo(CancelBehavior.ACCEPTED);
        assertThat(Script.STUCK.cancel(NEW, at(1))).isEqualTo(NEW.cancelAccepted(at(1)));
        assertThat(Script.STUCK.next(NEW)).isEqualTo(Instant.MAX);
    }

    @Test
    void anEndAfterACancelCountsFromTheFirstAcceptedOne() {
        Script script = Script.STUCK.afterCancel(seconds(10), CANCELLED);
        OperationState cancelling = script.cancel(NEW, at(5));

        assertThat(script.next(cancelling)).isEqualTo(at(15));
        assertThat(script.cancel(cancelling, at(9))).isEqualTo(cancelling);
        assertThat(script.settle(cancelling, at(15).minusNanos(1))).isEqualTo(cancelling);
        assertThat(script.settle(cancelling, at(99))).isEqualTo(cancelling.ended(at(15), CANCELLED));
    }

    @Test
    void anEndAtOnceComesWithTheCancelItself() {
        Script script = Script.STUCK.afterCancel(Duration.ZERO, FAILED);

        assertThat(script.cancel(NEW, at(1)))
                .isEqualTo(NEW.cancelAccepted(at(1)).ended(at(1), FAILED));
    }

    @Test
    void anEndByItselfBeatsACancelThatWouldTakeLonger() {
        Script script = Script.STUCK.byItself(seconds(10), COMPLETED).afterCancel(seconds(8), CANCELLED);

        assertThat(script.settle(script.cancel(NEW, at(3)), at(20)).terminalState())
                .contains(COMPLETED);
        assertThat(script.settle(script.cancel(NEW, at(1)), at(20)).terminalState())
                .contains(CANCELLED);
        assertThat(script.settle(script.cancel(NEW, at(2)), at(20)).terminalState())
                .contains(CANCELLED);
    }

    @Test
    void aCancelAfterTheEndComesTooLateAndChangesNothing() {
        Script script = Script.STUCK.byItself(seconds(10), COMPLETED).afterCancel(seconds(1), CANCELLED);
        OperationState ended = NEW.ended(at(10), COMPLETED);

        assertThat(script.responseToCancel(script.settle(NEW, at(10)))).isEqualTo(CancelBehavior.TOO_LATE);
        assertThat(script.cancel(NEW, at(10))).isEqualTo(ended);
    }

    @Test
    void aRepeatedCancelIsAcceptedEvenAfterTheEnd() {
        Script script = Script.STUCK.afterCancel(seconds(1), COMPLETED);

        assertThat(script.responseToCancel(script.settle(script.cancel(NEW, at(1)), at(5))))
                .isEqualTo(CancelBehavior.ACCEPTED);
    }

    @Test
    void aRefusedCancelChangesNothing() {
        Script script = Script.STUCK.onCancel(CancelBehavior.REJECTED).byItself(seconds(9), COMPLETED);

        assertThat(script.responseToCancel(NEW)).isEqualTo(CancelBehavior.REJECTED);
        assertThat(script.cancel(NEW, at(1))).isEqualTo(NEW);
        assertThat(script.responseToCancel(script.settle(NEW, at(9)))).isEqualTo(CancelBehavior.REJECTED);
    }

    @Test
    void aDeletedOperationIsGoneButItsEndIsRemembered() {
        Script script = Script.STUCK.byItself(seconds(1), FAILED).kept(seconds(5));
        OperationState ended = NEW.ended(at(1), FAILED);

        assertThat(script.settle(NEW, at(6))).isEqualTo(ended.deleted(at(6)));
        assertThat(script.delete(NEW, at(3))).isEqualTo(ended.deleted(at(3)));
        assertThat(script.delete(script.delete(NEW, at(3)), at(4))).isEqualTo(ended.deleted(at(3)));
        assertThat(script.responseToCancel(script.settle(NEW, at(6)))).isEqualTo(CancelBehavior.NOT_FOUND);
        assertThat(ended.deleted(at(6)).terminalState()).contains(FAILED);
    }

    @Test
    void aRunningOperationCanBeDeletedAndNeverEnds() {
        Script script = Script.STUCK.byItself(seconds(9), COMPLETED);
        OperationState deleted = script.delete(NEW, at(1));

        assertThat(script.settle(deleted, at(20))).isEqualTo(NEW.deleted(at(1)));
    }

    @Test
    void anEndBeforeItsCueIsRefused() {
        assertThatThrownBy(() -> Script.STUCK.afterCancel(seconds(-1), CANCELLED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an operation ends zero or more after its cue; got PT-1S");
    }
}
