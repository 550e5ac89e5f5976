// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentCountsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.sum(Long.MAX_VALUE, -5 * SECOND); // a clock may wrap: only differences count

    private final SentCounts counts = new SentCounts(START);

    private void send(int calls, double second) {
        for (int i = 0; i < calls; i++) {
            counts.sent(at(second));
        }
    }

    private static long at(double second) {
        return START + (long) (second * SECOND);
    }

    @Test
    void withoutCallsThereAreNone() {
        assertThat(counts.perSecond(START)).isZero();
    }

    @Test
    void callsOfOneSecondCountTogether() {
        send(10, 0.9);
        send(10, 1.1);
        send(10, 1.6);
        assertThat(counts.perSecond(at(1.1))).isEqualTo(30);
    }

    @Test
    void onlySecondsThatHaveTheTimeCount() {
        send(100, 0);
        send(20, 2);
        send(5, 3.5);
        assertThat(counts.perSecond(at(2))).isEqualTo(20);
        assertThat(counts.perSecond(at(3.5))).isEqualTo(5);
        assertThat(counts.perSecond(at(0.5))).isEqualTo(100);
        assertThat(counts.perSecond(at(9))).isZero();
    }

    @Test
    void aTimeLongAgoCountsAsTheMostThatIsKnown() {
        send(100, 0);
        send(7, 30);
        send(3, 40);
        assertThat(counts.perSecond(at(0))).isEqualTo(7);
    }

    @Test
    void aCallThatIsReportedLateCountsAtItsTime() {
        send(5, 10);
        send(4, 8);
        assertThat(counts.perSecond(at(8))).isEqualTo(4);
        send(1, 100);
        send(4, 8);
        assertThat(counts.perSecond(at(100))).isEqualTo(1);
    }
}
