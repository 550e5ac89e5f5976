// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdScriptTest {

    @ParameterizedTest
    @CsvSource({
        "cancels-500-x, 500, CANCELLED",
        "completes-2000-x, 2000, COMPLETED",
        "fails-1-x-y, 1, FAILED",
        "noresult-30-x, 30, NO_RESULT",
        "cancels-x, 0, CANCELLED",
        "cancels-500, 0, CANCELLED",
    })
    void anIdTellsTheEndAfterACancel(String id, long millis, TerminalState ending) {
        assertThat(IdScript.of("projects/p/operations/" + id))
                .contains(Script.STUCK.afterCancel(Duration.ofMillis(millis), ending));
    }

    @ParameterizedTest
    @CsvSource({"refuses-x, REJECTED", "unsupported-500-x, UNIMPLEMENTED", "stuck-x, ACCEPTED"})
    void anIdTellsTheAnswerToACancel(String id, CancelBehavior answer) {
        assertThat(IdScript.of("operations/" + id)).contains(Script.STUCK.onCancel(answer));
    }

    @Test
    void anIdTellsAnEndWithoutACancel() {
        assertThat(IdScript.of("done-x")).contains(Script.STUCK.byItself(Duration.ZERO, TerminalState.COMPLETED));
        assertThat(IdScript.of("runs-700-x"))
                .contains(Script.STUCK.byItself(Duration.ofMillis(700), TerminalState.COMPLETED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"operation-17", "cancels", "cancels-", "Cancels-500-x", "projects/cancels-5-x/operations/o", "17"
            })
    void anyOtherIdTellsNothing(String name) {
        assertThat(IdScript.of(name)).isEmpty();
    }
}
