// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of all documents run against the fake server and print what the pages show. */
@Timeout(120)
class GuideCommandsTest {
    @TempDir
    Path home;

    static List<Path> pages() {
        return DocumentFiles.all().stream()
                .filter(page -> commands(page).findAny().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsOfThePagePrintWhatIsShown(Path page) throws IOException {
        clearWorkingDirectory();
        List<String> problems = new ArrayList<>();
        writeDefinitions(page);
        try (GuideShell shell = new GuideShell(home)) {
            for (FencedBlock block : commands(page).toList()) {
                new CommandBlock(block, shell).run().forEach(problem -> problems.add(block + ": " + problem));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static Stream<FencedBlock> commands(Path page) {
        return FencedBlock.of(page).stream()
                .filter(block -> List.of("console", "sh").contains(block.language()));
    }

    /** A definition whose first line is a comment with the name of a file is in that file. */
    private static void writeDefinitions(Path page) throws IOException {
        for (FencedBlock block : FencedBlock.of(page)) {
            if (block.language().equals("services") && block.text().startsWith("# ")) {
                Files.writeString(
                        Path.of(block.text().lines().findFirst().orElseThrow().substring(2)), block.text());
            }
        }
    }

    /** Only these tests run there, so that what one page wrote is not in the way of the next. */
    private static void clearWorkingDirectory() throws IOException {
        Path working = Path.of("").toAbsolutePath();
        assertThat(working).as("the working directory of docs-tests/pom.xml").endsWithRaw(Path.of("target/guide"));
        try (Stream<Path> files = Files.list(working)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
