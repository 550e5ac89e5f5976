// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same sources make the same bytes, whatever folder they are built in. */
class SameBytesTest {

    static Stream<Path> files() throws IOException {
        return filesIn(ReleasedArtifact.RELEASE);
    }

    @Test
    void bothReleasesHaveTheSameFiles() throws IOException {
        assertThat(filesIn(ReleasedArtifact.RELEASE_AGAIN)).isNotEmpty().containsExactlyElementsOf(files().toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTheSameInBoth(Path file) throws IOException {
        Path one = ReleasedArtifact.RELEASE.resolve(file);
        Path other = ReleasedArtifact.RELEASE_AGAIN.resolve(file);
        if (Files.mismatch(one, other) != -1) {
            assertThat(differences(one, other)).as("what differs in %s", file).isEqualTo("nothing");
        }
    }

    /** For jars the entries; if all have the same content, the jars differ in order or time. */
    private static String differences(Path one, Path other) throws IOException {
        if (!one.toString().endsWith(".jar")) {
            return Files.readString(one) + "\nbut then\n" + Files.readString(other);
        }
        OpenedJar first = OpenedJar.of(one);
        OpenedJar second = OpenedJar.of(other);
        TreeSet<String> names = new TreeSet<>(first.names());
        names.addAll(second.names());
        names.removeIf(name -> Objects.nonNull(first.files().get(name))
                && Arrays.equals(first.files().get(name), second.files().get(name)));
        return names.isEmpty() ? "the order or the times of the entries" : names.toString();
    }

    /** What is published, without the notes that Maven leaves in a local repository. */
    private static Stream<Path> filesIn(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(jar|pom|json)"))
                    .map(release::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
