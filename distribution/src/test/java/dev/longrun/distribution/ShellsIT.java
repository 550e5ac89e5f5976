// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Completions, as the shells themselves make them. */
class ShellsIT {
    private static final Path SCRIPTS = Unpacked.TARGET.resolve("documents/completions");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.createFile(folder.resolve("names.txt"));
        for (String script : List.of("ask.bash", "ask.fish", "ask.zsh", "within.zsh")) {
            try (InputStream in = ShellsIT.class.getResourceAsStream(script)) {
                Files.copy(in, folder.resolve(script));
            }
        }
    }

    enum Shell {
        bash,
        zsh,
        fish;

        /** What the shell offers for the last of the words. */
        List<String> offers(String... words) throws Exception {
            Ran ran = Ran.run(
                    folder,
                    Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "TERM", "dumb", "LC_ALL", "C.UTF-8"),
                    all(words));
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.err()).isEmpty();
            return List.of(ran.out().split("[\\s]+"));
        }

        private String[] all(String... words) {
            String script =
                    SCRIPTS.resolve(this == zsh ? "_lro" : "lro." + name()).toString();
            return Unpacked.words(
                    Path.of("/usr/bin/" + name()),
                    Unpacked.words(folder.resolve("ask." + name()), Unpacked.words(Path.of(script), words)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void commands(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "")).contains("cancel", "explain", "generate-completion", "sweep");
        assertThat(shell.offers("lro", "can")).contains("cancel").doesNotContain("sweep");
        assertThat(shell.offers("lro", "journal", "")).contains("merge").doesNotContain("cancel");
    }

    @ParameterizedTest
    @EnumSource
    void options(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "cancel", "--re"))
                .contains("--resume", "--read-first")
                .doesNotContain("--rps");
        assertThat(shell.offers("lro", "get", "--r")).doesNotContain("--resume");
        assertThat(shell.offers("lro", "journal", "merge", "--in")).contains("--into");
    }

    @ParameterizedTest
    @EnumSource
    void formatsInTheCaseThatPeopleType(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "get", "--format", "")).contains("table", "json");
        assertThat(shell.offers("lro", "get", "--format", "js"))
                .contains("json")
                .doesNotContain("table", "JSON");
    }

    @ParameterizedTest
    @EnumSource
    void services(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "cancel", "--service", "fil")).contains("file", "filestore");
        assertThat(shell.offers("lro", "cancel", "-s", "gk")).contains("gke");
        assertThat(shell.offers("lro", "explain", "dialog")).contains("dialogflow");
    }

    @ParameterizedTest
    @EnumSource
    void files(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "cancel", "--from-file", "nam")).contains("names.txt");
        assertThat(shell.offers("lro", "journal", "merge", "nam")).contains("names.txt");
        assertThat(shell.offers("lro", "cancel", "nam")).doesNotContain("names.txt");
    }

    @ParameterizedTest
    @EnumSource
    void commandsToHelpWith(Shell shell) throws Exception {
        assertThat(shell.offers("lro", "help", "swe")).contains("sweep");
    }

    @Test
    void aValueIsNotTakenForACommand() throws Exception {
        assertThat(Shell.fish.offers("lro", "cancel", "--project", "list", "--re"))
                .contains("--resume");
        assertThat(Shell.zsh.offers("lro", "cancel", "--project", "list", "--re"))
                .contains("--resume");
    }
}
