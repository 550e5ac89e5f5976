// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.process.ProcessEnvironment;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * A command line that begins with a command is parsed by that command alone, and nothing else about it is different.
 */
class CommandTreeTest {
    private static final ProcessEnvironment PROCESS = ProcessEnvironment.ofProcess();

    static Set<String> names() {
        Set<String> names = new TreeSet<>(whole().getSubcommands().keySet());
        names.remove("demo");
        names.remove("help"); // shows the pages of all others
        names.remove("generate-completion");
        return names;
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasOnlyTheCommandThatIsAskedFor(String name) {
        CommandLine lro = CommandTree.tree(PROCESS, name, "--help");

        assertThat(lro.getSubcommands()).containsOnlyKeys(name);
        assertThat(help(lro, name)).isEqualTo(help(whole(), name));
    }

    @Test
    void hasNoneForTheVersion() {
        assertThat(CommandTree.tree(PROCESS, "--version").getSubcommands()).isEmpty();
        assertThat(CommandTree.tree(PROCESS, "--version", "cancel").getSubcommands())
                .isNotEmpty();
    }

    @Test
    void hasAllWhereAnOptionComesFirst() {
        assertThat(CommandTree.tree(PROCESS, "--format", "json", "cancel").getSubcommands())
                .hasSameSizeAs(whole().getSubcommands());
    }

    private static CommandLine whole() {
        return CommandTree.tree(PROCESS, "--help");
    }

    private static String help(CommandLine lro, String name) {
        return lro.getSubcommands().get(name).getUsageMessage();
    }
}
