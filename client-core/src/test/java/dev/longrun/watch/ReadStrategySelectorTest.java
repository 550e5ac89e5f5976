// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.operation.DialectTables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadStrategySelectorTest {

    @Test
    void aWaitWithATimeOfItsOwnNeedsThatTimeBeforeTheDeadline() {
        assertThat(PollRequests.longestWait(DialectTables.COMPUTE))
                .isEqualTo(Duration.ofSeconds(120 + 15).toNanos());
        assertThat(PollRequests.longestWait(DialectTables.CONTAINER))
                .isEqualTo(Duration.ofSeconds(15 + 15).toNanos());
    }

    @ParameterizedTest(name = "{0} due, {1} soon, listable {2}, {3} pages, waitable {4}: {5}")
    @CsvSource({
        "1,    1,    true,  1, false, GETS", // a page costs what it saves
        "2,    2,    true,  1, false, LIST",
        "2,    2,    true,  2, false, GETS",
        "1,    500,  true,  1, false, LIST", // a get of those that are due soon is saved too
        "500,  500,  true,  3, false, LIST",
        "500,  500,  false, 1, false, GETS", // rejected, incomplete, or in flight
        "1,    1,    false, 1, true,  WAIT",
        "1,    500,  true,  1, true,  LIST", // a list shows many, a wait one
        "2,    2,    false, 1, true,  GETS", // a wait serves one
        "1,    3,    true,  9, true,  WAIT",
        "0,    0,    true,  1, false, GETS",
        "0,    2,    true,  1, false, GETS", // nothing is due
    })
    void theFewestRequestsWin(
            int due, int soon, boolean listable, int pages, boolean waitable, ReadStrategySelector.Strategy strategy) {
        assertThat(ReadStrategySelector.Strategy.of(due, soon, listable, pages, waitable))
                .isEqualTo(strategy);
    }
}
