// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours on the streams that are terminals; the words are the same without them. */
class ColorTest {
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String RESET = "\u001B[0m";

    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void anOutcomeIsColouredOnATerminal() {
        assertThat(shell.showingData().lro("get", "--quiet", FULL + "done-a", FULL + "forgotten"))
                .isEqualTo(1);
        assertThat(shell.out()).startsWith(GREEN + "SUCCEEDED" + RESET + "  " + OPERATIONS + "done-a");
        assertThat(shell.err()).startsWith("lro: ").doesNotContain("\u001B");
    }

    @Test
    void anErrorIsColouredWhereStderrIsATerminal() {
        assertThat(shell.onTerminal().lro("get", "--quiet", FULL + "forgotten")).isEqualTo(1);
        assertThat(shell.err()).startsWith(RED + "lro:" + RESET + " file v1 get ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_COLOR", "TERM"})
    void theEnvironmentSwitchesThemOff(String variable) {
        shell.with(variable, "dumb")
                .showingData()
                .onTerminal()
                .lro("get", "--quiet", FULL + "done-a", FULL + "forgotten");
        assertThat(shell.out() + shell.err()).doesNotContain("\u001B[3");
    }

    @Test
    void theOptionDecides() {
        shell.lro("get", "--quiet", "--color=always", FULL + "done-a");
        assertThat(shell.out()).startsWith(GREEN);
        shell.clear();
        shell.showingData().lro("get", "--quiet", "--color", "never", FULL + "done-a");
        assertThat(shell.out()).startsWith("SUCCEEDED  ");
        assertThat(shell.lro("get", "--color=blue", FULL + "done-a")).isEqualTo(2);
        assertThat(shell.err())
                .contains("Invalid value for option '--color': expected auto, always or never; got \"blue\"");
    }

    @Test
    void jsonIsNeverColoured() {
        shell.lro("get", "--quiet", "--color=always", "--format=json", FULL + "done-a");
        assertThat(shell.json().string("state")).hasValue("SUCCEEDED");
    }
}
