// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static dev.longrun.cli.report.TrafficLog.Count.CANCELS;
import static dev.longrun.cli.report.TrafficLog.Count.READS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import org.junit.jupiter.api.Test;

class TrafficLogTest {
    private final TrafficLog traffic = new TrafficLog();

    private JsonObject json() {
        return JsonObject.parse(traffic.json());
    }

    @Test
    void countsBySecond() {
        traffic.add(CANCELS, 10_200);
        traffic.add(CANCELS, 10_900);
        traffic.add(READS, 12_000);
        assertThat(traffic.json())
                .isEqualTo(
                        "{\"from\":10000,\"step\":1000,\"spans\":[[2,0,0,0,0,0,0],[0,0,0,0,0,0,0],[0,1,0,0,0,0,0]]}");
    }

    @Test
    void aLongRunHasLongerSpansAndLosesNothing() {
        for (int second = 0; second < 10_000; second++) {
            traffic.add(READS, second * 1_000L);
        }
        assertThat(json().integer("step")).hasValue(32_000);
        assertThat(traffic.total(READS)).isEqualTo(10_000);
        assertThat(traffic.json().split("],\\[")).hasSizeLessThanOrEqualTo(TrafficLog.MOST);
    }

    @Test
    void aClockThatGoesBackCountsInTheFirstSpan() {
        traffic.add(READS, 10_000);
        traffic.add(READS, 2_000);
        assertThat(json().raw("spans")).hasValue("[[0,2,0,0,0,0,0]]");
    }

    @Test
    void aLeapOfTheClockTakesNoMemory() {
        traffic.add(READS, 0);
        traffic.add(READS, Long.MAX_VALUE / 4);
        assertThat(traffic.total(READS)).isEqualTo(2);
    }
}
