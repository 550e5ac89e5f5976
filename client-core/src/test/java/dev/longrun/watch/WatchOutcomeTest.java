// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.NoResponseException;
import dev.longrun.service.OperationName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchOutcomeTest {
    private static final OperationName NAME = Reads.name("l", "o");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final NoResponseException LOST = new NoResponseException("lost");

    private static PollHistory running() {
        return PollHistory.none().plusSnapshot(Reads.running(NAME), SECOND);
    }

    @Test
    void ofAnOperationThatIsDoneHasIt() {
        var done = WatchOutcome.done(NAME, PollHistory.none().plusSnapshot(Reads.done(NAME), SECOND));
        assertThat(done.orElseThrow()).isEqualTo(Reads.done(NAME));
        assertThat(done).hasToString(NAME + ": DONE after 1 read in PT1S");
        assertThatThrownBy(() -> WatchOutcome.done(NAME, PollHistory.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thatTimedOutThrowsWithWhatIsKnown() {
        assertThatThrownBy(WatchOutcome.timedOut(NAME, running())::orElseThrow)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage(NAME + " was still running when it was last read, after 1 read in PT1S;"
                        + " it can be watched again");
        assertThatThrownBy(WatchOutcome.timedOut(NAME, running().plusError(LOST, SECOND))::orElseThrow)
                .hasMessage(NAME + " could not be read at the end, after 2 reads in PT1S; its state is not known")
                .hasCause(LOST);
    }

    @Test
    void thatIsUnreadableThrowsItsCause() {
        var unreadable = WatchOutcome.unreadable(NAME, LOST, running());
        assertThatThrownBy(unreadable::orElseThrow).isSameAs(LOST);
        assertThat(unreadable.operation()).contains(Reads.running(NAME));
    }

    @Test
    void aSnapshotIsFreshAtTheEndIfItIsNewEnough() {
        PollHistory failed = running().plusError(LOST, SECOND.multipliedBy(2));
        long end = SECOND.multipliedBy(10).toNanos();
        assertThat(failed.ended(end, SECOND.multipliedBy(9).toNanos()).lastIsFresh())
                .isTrue();
        assertThat(failed.ended(end, SECOND.multipliedBy(8).toNanos()).lastIsFresh())
                .isFalse();
        assertThat(failed.lastReadAt()).contains(SECOND);
        assertThat(PollHistory.none().plusError(LOST, SECOND).ended(end, end).lastIsFresh())
                .isFalse();
        assertThat(PollHistory.none().lastReadAt()).isEmpty();
    }

    @Test
    void theHistoryTellsWhetherTheNewestReadSucceeded() {
        assertThat(running().lastIsFresh()).isTrue();
        assertThat(running().plusError(LOST, SECOND).lastIsFresh()).isFalse();
        assertThat(running().plusCutOff(LOST, SECOND).lastIsFresh()).isTrue();
        assertThat(running().plusError(LOST, SECOND).plusSnapshot(Reads.running(NAME), SECOND))
                .satisfies(history -> {
                    assertThat(history.lastIsFresh()).isTrue();
                    assertThat(history.lastError()).contains(LOST);
                    assertThat(history.polls()).isEqualTo(3);
                });
    }
}
