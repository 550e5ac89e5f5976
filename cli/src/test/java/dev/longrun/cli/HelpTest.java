// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpTest {
    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void ofACommandIsItsHelpPage() {
        assertThat(shell.lroWithoutEndpoint("cancel", "--help")).isZero();
        String page = shell.out();
        shell.clear();

        assertThat(shell.lroWithoutEndpoint("help", "cancel")).isZero();
        assertThat(shell.out()).isEqualTo(page).contains("\nExamples:\n", "\nExit codes:\n");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void ofACommandWithinAnother() {
        assertThat(shell.lroWithoutEndpoint("help", "journal", "merge")).isZero();
        assertThat(shell.out()).contains("Usage: lro journal merge", "lro journal merge part-0 part-1 --into");
    }

    @Test
    void withoutACommandListsThem() {
        assertThat(shell.lroWithoutEndpoint("help")).isZero();
        assertThat(shell.out()).contains("Usage: lro ", "  cancel ", "  explain ", "lro demo\n");
    }

    @Test
    void ofTheExitCodesListsEach() {
        assertThat(shell.lroWithoutEndpoint("help", "exit-codes")).isZero();
        assertThat(shell.out().lines().map(line -> line.strip().split(" ")[0]))
                .containsExactly("0", "1", "2", "3", "4", "5", "130");
    }

    @Test
    void ofAnUnknownCommandSaysWhatThereIs() {
        assertThat(shell.lroWithoutEndpoint("help", "cancle")).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .startsWith(
                        "lro: there is no help for \"cancle\"; expected a command or a topic: environment, exit-codes;"
                                + " did you mean cancel");
    }

    @Test
    void ofAnUnknownCommandWithinAnotherNamesIt() {
        assertThat(shell.lroWithoutEndpoint("help", "journal", "\u001b[31mmrege"))
                .isEqualTo(2);
        assertThat(shell.err())
                .startsWith("lro: there is no help for \"")
                .contains("of lro journal")
                .doesNotContain("\u001b");
    }
}
