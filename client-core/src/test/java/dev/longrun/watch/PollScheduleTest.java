// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

    private static long ms(long millis) {
        return millis < 0 ? PollSchedule.NEVER : Duration.ofMillis(millis).toNanos();
    }

    @Nested
    class TheMargin {

        @ParameterizedTest(name = "reads of {0} ms, timeout {1} ms: {2} ms")
        @CsvSource({
            "45,   10_000,  45",
            "5,    10_000,  25", // a slot at least
            "3000, 600_000, 2000", // two seconds at most
            "3000, 10_000,  1000", // a tenth of the timeout at most
            "100,  100,     10",
        })
        void isWhatAReadTakesWithinBounds(long readTime, long timeout, long margin) {
            assertThat(PollSchedule.margin(ms(readTime), ms(timeout))).isEqualTo(ms(margin));
        }
    }

    @Nested
    class TheFirstRead {

        @Test
        void comesAfterTheInitialDelay() {
            assertThat(PollSchedule.first(ms(500), ms(10_000), ms(45))).isEqualTo(ms(500));
        }

        @Test
        void comesBeforeTheDeadlineInAnyCase() {
            assertThat(PollSchedule.first(ms(20_000), ms(10_000), ms(45))).isEqualTo(ms(9955));
            assertThat(PollSchedule.first(ms(20), ms(10), ms(45))).isZero();
        }
    }

    @ParameterizedTest(name = "timeout {0} ms: {1} ms")
    @CsvSource({
        "600_000, 10_000", // ten seconds at most
        "10_000,  1000", // a tenth of the timeout at most
        "-1,      10_000", // no deadline
    })
    void theLastPartIsATenthOfTheTime(long timeout, long lastPart) {
        assertThat(PollSchedule.lastPart(ms(timeout))).isEqualTo(ms(lastPart));
    }

    @ParameterizedTest(name = "interval {0}, remaining {1}, margin {2}, last part {3}: {4} ms")
    @CsvSource({
        "5000, 30_000, 45, 3000, 5000",
        "5000, 8000,   45, 3000, 5000",
        "5000, 7000,   45, 3000, 4025", // the first read of the last part
        "5000, 3001,   45, 3000, 26",
        "5000, 3000,   45, 3000, 2955", // the last read
        "500,  3000,   45, 3000, 500",
        "5000, 5000,   45, 100,  4955", // the last part has no room for two reads
        "5000, 70,     45, 3000, 25",
        "5000, 69,     45, 3000, -1", // the last read was made
        "5000, 0,      45, 3000, -1",
        "5000, -1,     45, 3000, 5000", // no deadline
    })
    void afterASnapshotTheLastPartAndTheLastReadCutTheInterval(
            long interval, long remaining, long margin, long lastPart, long delay) {
        assertThat(PollSchedule.afterSnapshot(ms(interval), ms(remaining), ms(margin), ms(lastPart)))
                .isEqualTo(ms(delay));
    }

    @ParameterizedTest(name = "interval {0}, hint {1}, remaining {2}, margin {3}, last part {4}: {5} ms")
    @CsvSource({
        "10_000, 0,    30_000, 45, 10_000, 10_000",
        "10_000, 0,    18_000, 45, 10_000, 8025", // the first read of the last part
        "10_000, 0,    9000,   45, 10_000, 3000", // in it, a third of what is left
        "10_000, 0,    600,    45, 10_000, 200",
        "10_000, 0,    60,     45, 10_000, 30", // no last read would fit
        "1000,   0,    9000,   45, 10_000, 1000",
        "10_000, 4000, 9000,   45, 10_000, 4000", // the server wants none before
        "10_000, 4000, 3000,   45, 10_000, 2955",
        "10_000, 0,    9000,   45, 0,      8955", // there is a snapshot from the last part
        "5000, 0,      30_000, 45, 0, 5000",
        "5000, 9000,   30_000, 45, 0, 9000", // a longer hint is followed
        "5000, 1000,   30_000, 45, 0, 5000", // a shorter one is not
        "5000, 99_000, 30_000, 45, 0, 29_955", // none suppresses the last read
        "5000, 0,      40,     45, 0, 20", // the last read failed: another in half the time
        "5000, 0,      20,     45, 0, 10",
        "5000, 0,      9,      45, 0, -1", // no response would come in time
        "5000, 3000,   40,     45, 0, -1", // the server wants none before the deadline
        "5000, 31_536_000_000, -1, 45, 0, 3_600_000", // a year counts as an hour
        "21_600_000, 86_400_000, -1, 45, 0, 21_600_000", // a schedule slower than any hint is the application's choice
    })
    void afterAnErrorReadsComeCloserUntilOneSucceeds(
            long interval, long hint, long remaining, long margin, long lastPart, long delay) {
        assertThat(PollSchedule.afterError(ms(interval), ms(hint), ms(remaining), ms(margin), ms(lastPart)))
                .isEqualTo(ms(delay));
    }

    @ParameterizedTest(name = "due {0}, now {1}, last tick {2}: {3} ms")
    @CsvSource({
        "110, 20,  0,   100", // together with others of its slot, and not late
        "110, 105, 90,  110", // its slot has begun
        "100, 105, 0,   105",
        "105, 105, 100, 125", // reads that are due at once are collected for a slot
    })
    void readsOfOneSlotAreMadeTogether(long due, long now, long lastTick, long slot) {
        assertThat(PollSchedule.slotted(ms(due), ms(now), ms(lastTick))).isEqualTo(ms(slot));
    }

    @Test
    void sumsSaturate() {
        assertThat(PollSchedule.sum(5, 6)).isEqualTo(11);
        assertThat(PollSchedule.sum(5, PollSchedule.NEVER)).isEqualTo(PollSchedule.NEVER);
        assertThat(PollSchedule.sum(PollSchedule.NEVER, 5)).isEqualTo(PollSchedule.NEVER);
    }
}
