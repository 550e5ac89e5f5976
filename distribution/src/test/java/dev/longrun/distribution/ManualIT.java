// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.command.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The manual pages, as {@code man} shows them. */
class ManualIT {
    private static final Path PAGES = Unpacked.TARGET.resolve("documents/man/man1");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8", "MANWIDTH", "100");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsWithoutAWarning(Path page) throws Exception {
        Ran man = Ran.run(PAGES, ENVIRONMENT, "/usr/bin/man", "--warnings", "-l", page.toString());

        assertThat(man.exit()).isZero();
        assertThat(man.err()).isEmpty();
        assertThat(sections(man.out()))
                .containsSubsequence(
                        "NAME",
                        "SYNOPSIS",
                        "DESCRIPTION",
                        "OPTIONS",
                        "EXIT STATUS",
                        "ENVIRONMENT",
                        "EXAMPLES",
                        "SEE ALSO");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isRightForGroffInAPlainLocale(Path page) throws Exception {
        Ran groff = Ran.run(
                PAGES,
                Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"),
                "groff",
                "-man",
                "-ww",
                "-z",
                "-Tascii",
                page.toString());
        assertThat(groff).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void eachCommandHasAPage() throws IOException {
        assertThat(pages().stream().map(page -> page.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(names(CommandTree.whole()).toList())
                .contains("lro.1", "lro-cancel.1", "lro-journal-merge.1");
    }

    @Test
    void textIsShownAsItIs() throws Exception {
        Ran man = Ran.run(
                PAGES,
                ENVIRONMENT,
                "/usr/bin/man",
                "-l",
                PAGES.resolve("lro-sweep.1").toString());
        assertThat(man.out())
                .contains(
                        "'age>1h AND verb=create AND NOT target=nightly-*'",
                        "lro sweep //file.googleapis.com/projects/acme/locations/us-central1 --older-than 1h --filter verb=create")
                .contains("CLOUDSDK_CORE_PROJECT, GOOGLE_CLOUD_PROJECT", "LONGRUN_ENDPOINT", "NO_PROXY")
                .containsPattern("(?m)^ +130 +interrupted");
    }

    private static Stream<String> names(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName("-") + ".1"),
                command.getSubcommands().values().stream().flatMap(ManualIT::names));
    }

    private static List<String> sections(String page) {
        return page.lines().filter(line -> line.matches("[A-Z][A-Z ]+")).toList();
    }
}
