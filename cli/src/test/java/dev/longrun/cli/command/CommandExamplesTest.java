// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandExamplesTest {
    /** {@code lro …} in a line of a shell: alone, with a redirection after it, or in a substitution. */
    private static final Pattern LRO = Pattern.compile("(?:^|\\()lro ([^)>]*)");

    static Stream<String> commands() {
        return Stream.concat(Stream.of("lro"), below(CommandTree.whole()));
    }

    private static Stream<String> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.getCommandSpec().qualifiedName(" ")), below(each)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasExamplesThatParse(String command) {
        List<CommandExample> examples = CommandExamples.of(command);

        assertThat(examples).as("examples of " + command).isNotEmpty();
        for (CommandExample example : examples) {
            assertThatCode(() -> CommandTree.whole().parseArgs(words(example.line())))
                    .as(example.line())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theFirstExampleIsOfTheCommandOrOfTheHelpForIt(String command) {
        String first = CommandExamples.of(command).get(0).line();

        assertThat(first.contains(command + " ") || first.endsWith(command) || first.startsWith("lro help "))
                .as(first)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpPageShowsThemWordForWord(String command) {
        CommandLine found = CommandTree.whole();
        for (String word : Arrays.asList(command.split(" ")).subList(1, command.split(" ").length)) {
            found = found.getSubcommands().get(word);
        }
        assertThat(found.getUsageMessage().lines())
                .containsSubsequence(Stream.concat(
                                Stream.of("Examples:"),
                                CommandExamples.of(command).stream().map(example -> "  " + example.line()))
                        .toList())
                .contains("Exit codes:");
    }

    private static String[] words(String line) {
        Matcher lro = LRO.matcher(line);
        assertThat(lro.find()).as(line).isTrue();
        return lro.group(1).strip().split(" +");
    }
}
