// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
    @TempDir
    Path directory;

    @Test
    void replacesTheFileAsAWholeAndLeavesNothingBesideIt() throws IOException {
        Path file =
                Files.writeString(directory.resolve("lro.prom"), "the content of the run before, which is longer\n");
        Object before = Files.readAttributes(file, "fileKey").get("fileKey");

        new MetricsFile(file).write("new\n");

        assertThat(file).hasContent("new\n");
        if (before != null) {
            assertThat(Files.readAttributes(file, "fileKey").get("fileKey"))
                    .as("another file was moved there")
                    .isNotEqualTo(before);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void everybodyMayReadIt() throws IOException {
        MetricsFile file = new MetricsFile(directory.resolve("lro.prom"));

        file.write("new\n");

        PosixFileAttributeView posix = Files.getFileAttributeView(file.path(), PosixFileAttributeView.class);
        if (posix != null) {
            assertThat(PosixFilePermissions.toString(posix.readAttributes().permissions()))
                    .isEqualTo("rw-r--r--");
        }
    }

    @Test
    void whatCannotBeMovedThereLeavesTheOldOne() throws IOException {
        Path file = directory.resolve("lro.prom");
        MetricsFile metrics = new MetricsFile(file);
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> metrics.write("new\n")).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isARegularFileInADirectoryThatExists() {
        assertThatThrownBy(() -> new MetricsFile(directory))
                .hasMessage("--metrics-file " + directory + ": is no regular file; give one such as lro.prom");
        Path nowhere = directory.resolve("missing/lro.prom");
        assertThatThrownBy(() -> new MetricsFile(nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--metrics-file " + nowhere + ": there is no directory " + nowhere.getParent());
    }

    @Test
    void theNameWithoutItsEndingIsTheBatch() {
        assertThat(new MetricsFile(directory.resolve("nightly.prom")).batch()).isEqualTo("nightly");
        assertThat(new MetricsFile(directory.resolve("nightly")).batch()).isEqualTo("nightly");
    }
}
