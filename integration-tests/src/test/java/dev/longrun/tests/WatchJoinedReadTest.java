// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watch that joins a read of the same operation, which outlasts it. */
class WatchJoinedReadTest extends WatchHeldFixture {
    private final CompletableFuture<WatchOutcome> patient = watch(alone("a"), A_MINUTE);

    @BeforeEach
    void beginTheRead() {
        time.advance(NOW);
    }

    @Test
    void endsWhenItsOwnTimeDoes() {
        var hasty = watch(alone("a"), FIVE_SECONDS);
        time.advance(FIVE_SECONDS);
        time.advance(SOON_AFTER);
        assertThat(hasty).succeedsWithin(AMPLE).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(hasty.join().history().lastError())
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo(alone("a") + ": the deadline passed before a read ended");
        assertThat(patient).isNotDone();
        onlyGet().done();
        assertThat(patient).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
    }

    @Test
    void isOneOfSeveralThatEndInTurn() {
        var third = watch(alone("a"), Duration.ofSeconds(9));
        var first = watch(alone("a"), Duration.ofSeconds(3));
        var second = watch(alone("a"), Duration.ofSeconds(6));
        time.advance(SOON_AFTER);
        time.advance(Duration.ofSeconds(3));
        assertThat(first).succeedsWithin(AMPLE);
        assertThat(second).isNotDone();
        time.advance(Duration.ofSeconds(3));
        assertThat(second).succeedsWithin(AMPLE);
        assertThat(third).isNotDone();
        time.advance(Duration.ofSeconds(3));
        assertThat(third).succeedsWithin(AMPLE);
        assertThat(patient).isNotDone();
    }

    @Test
    void learnsWhatTheReadBringsIfItEndsInTime() {
        var hasty = watch(alone("a"), FIVE_SECONDS);
        time.advance(Duration.ofSeconds(4));
        onlyGet().done();
        assertThat(hasty).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
    }

    @Test
    void leavesThoseWithoutATimeoutAlone() {
        var unlimited = watch(alone("a"), Duration.ofSeconds(Long.MAX_VALUE));
        var hasty = watch(alone("a"), FIVE_SECONDS);
        time.advance(Duration.ofSeconds(70));
        assertThat(hasty).succeedsWithin(AMPLE);
        assertThat(service.gets.get(0).answer())
                .as("a call that lasted a minute")
                .isCompletedExceptionally();
        assertThat(patient).succeedsWithin(AMPLE);
        time.advance(Duration.ofDays(1));
        service.gets.get(1).done();
        assertThat(unlimited).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
    }
}
