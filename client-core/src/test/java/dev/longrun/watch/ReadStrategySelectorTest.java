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

    @ParameterizedTest(name = "{0} due, {1} soon, listable {2}, {3} pages of {4} operations, waitable {5}: {6}")
    @CsvSource({
        "1,    1,    true,  1,  1,     false, GETS", // a page costs what it saves
        "2,    2,    true,  1,  2,     false, LIST",
        "2,    2,    true,  2,  2,     false, GETS",
        "2,    2,    true,  1,  500,   false, GETS", // most of the page is of others
        "1,    500,  true,  1,  500,   false, LIST", // a get of those that are due soon is saved too
        "500,  500,  true,  3,  1500,  false, LIST",
        "100,  100,  true,  20, 20000, false, GETS", // the pages come one after the other
        "1000, 1000, true,  20, 20000, false, LIST",
        "500,  500,  false, 1,  500,   false, GETS", // rejected, incomplete, or in flight
        "1,    1,    false, 1,  1,     true,  WAIT",
        "1,    500,  true,  1,  500,   true,  LIST", // a list shows many, a wait one
        "2,    2,    false, 1,  2,     true,  GETS", // a wait serves one
        "1,    3,    true,  9,  9,     true,  WAIT",
        "0,    2,    true,  1,  2,     false, GETS", // nothing is due
    })
    void theCheapestReadsWin(
            int due,
            int soon,
            boolean listable,
            int pages,
            int listed,
            boolean waitable,
            ReadStrategySelector.Strategy strategy) {
        assertThat(ReadStrategySelector.Strategy.of(
                        due, soon, listable, ReadStrategySelector.costOfList(pages, listed), waitable))
                .isEqualTo(strategy);
    }
}
