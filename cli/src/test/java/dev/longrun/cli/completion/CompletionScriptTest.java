// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.command.CommandTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

class CompletionScriptTest {

    @ParameterizedTest
    @EnumSource
    void hasAllCommandsServicesAndFormats(CompletionScript shell) {
        String script = shell.of(CommandTree.whole());

        assertThat(script)
                .contains("generate-completion", "journal", "merge", "aiplatform", "gke")
                .containsPattern("table\\W+json")
                .containsPattern("bash\\W+zsh\\W+fish")
                .doesNotContain("TABLE");
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameEachTime(CompletionScript shell) {
        assertThat(shell.of(CommandTree.whole())).isEqualTo(shell.of(CommandTree.whole()));
    }

    @Test
    void servicesAreShortNamesThatAShellTakesAsTheyAre() {
        assertThat(ServiceWords.all())
                .contains("file", "gke", "kubernetes-engine", "compute")
                .hasSizeGreaterThan(200)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void valuesAreKnownByTheirLabels() {
        assertThat(kind("cancel", "--from-file")).isEqualTo(ValueKind.FILE);
        assertThat(kind("cancel", "--journal")).isEqualTo(ValueKind.FILE);
        assertThat(kind("cancel", "--services")).isEqualTo(ValueKind.FILE);
        assertThat(kind("cancel", "--service")).isEqualTo(ValueKind.SERVICE);
        assertThat(kind("fake-server", "--service")).isEqualTo(ValueKind.SERVICE);
        assertThat(kind("cancel", "--format")).isEqualTo(ValueKind.WORD);
        assertThat(kind("sweep", "--shard")).isEqualTo(ValueKind.FREE);
        assertThat(kind("cancel", "--timeout")).isEqualTo(ValueKind.FREE);
    }

    @Test
    void wordsAreAsPeopleTypeThem() {
        assertThat(ValueKind.words(spec("cancel").findOption("--format"))).isEqualTo(List.of("table", "json"));
    }

    private static ValueKind kind(String command, String option) {
        return ValueKind.of(spec(command).findOption(option));
    }

    private static CommandSpec spec(String command) {
        return CommandTree.whole().getSubcommands().get(command).getCommandSpec();
    }
}
