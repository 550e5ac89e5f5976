// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollChoiceTest {

    @ParameterizedTest(name = "{0} due, {1} soon, listable {2}, {3} pages, waitable {4}: {5}")
    @CsvSource({
        "1,    1,    true,  1, false, GETS", // a page costs what it saves
        "2,    2,    true,  1, false, LIST",
        "2,    2,    true,  2, false, GETS",
        "1,    500,  true,  1, false, LIST", // those due soon are spared a get too
        "500,  500,  true,  3, false, LIST",
        "500,  500,  false, 1, false, GETS", // refused, distrusted, or under way
        "1,    1,    false, 1, true,  WAIT",
        "1,    500,  true,  1, true,  LIST", // one list beats one wait where many gain
        "2,    2,    false, 1, true,  GETS", // a wait serves one
        "1,    3,    true,  9, true,  WAIT",
    })
    void theFewestRequestsWin(int due, int soon, boolean listable, int pages, boolean waitable, PollChoice choice) {
        assertThat(PollChoice.of(new PollChoice.Situation(due, soon, listable, pages, waitable)))
                .isEqualTo(choice);
    }
}
