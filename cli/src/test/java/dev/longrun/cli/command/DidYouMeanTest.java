// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
    private static final Set<String> COMMANDS = Set.of("cancel", "get", "wait", "list", "delete", "services", "sweep");
    private static final Set<String> OPTIONS = Set.of("--timeout", "--format", "--rps", "--read-first", "-q");

    @Test
    void theNearestComesFirst() {
        assertThat(DidYouMean.forCommand("service", COMMANDS, OPTIONS)).containsExactly("services");
        assertThat(DidYouMean.forCommand("delte", COMMANDS, OPTIONS)).containsExactly("delete");
        assertThat(DidYouMean.forOption("--time", OPTIONS)).containsExactly("--timeout");
        assertThat(DidYouMean.forOption("--read=yes", OPTIONS)).containsExactly("--read-first");
    }

    @Test
    void aSynonymWinsOverAWordThatLooksAlike() {
        assertThat(DidYouMean.forCommand("stop", Set.of("cancel", "stops"), OPTIONS))
                .containsExactly("cancel");
    }

    @Test
    void aSynonymOfACommandThatIsNotThereIsNotProposed() {
        assertThat(DidYouMean.forCommand("search", COMMANDS, OPTIONS)).isEmpty();
        assertThat(DidYouMean.forOption("--region", OPTIONS)).isEmpty();
    }

    @Test
    void aWordLikeNoOtherHasNone() {
        assertThat(DidYouMean.forCommand("frobnicate", COMMANDS, OPTIONS)).isEmpty();
        assertThat(DidYouMean.forCommand("", COMMANDS, OPTIONS)).isEmpty();
        assertThat(DidYouMean.forCommand("x".repeat(100_000), COMMANDS, OPTIONS))
                .isEmpty();
        assertThat(DidYouMean.forOption("-x", OPTIONS)).isEqualTo(List.of());
    }
}
