// SPDX-License-Identifier: Apache-2.0
package dev.longrun.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An artifact of a release in the layout of a local repository: {@code longrun-core/1.2.3/longrun-core-1.2.3.jar} and
 * what lies beside it.
 *
 * @param directory of its version
 */
record ReleasedArtifact(Path directory) {
    static final Path RELEASE = given("longrun.release");
    static final Path RELEASE_AGAIN = given("longrun.release-again");

    private static final String BOM = "longrun-bom";

    /** All but the BOM, which has no jar. */
    static List<ReleasedArtifact> withJars() {
        return all().filter(artifact -> !artifact.id().equals(BOM)).toList();
    }

    static Stream<ReleasedArtifact> all() {
        return list(RELEASE)
                .map(artifact -> new ReleasedArtifact(
                        list(artifact).filter(Files::isDirectory).findFirst().orElseThrow()));
    }

    String id() {
        return directory.getParent().getFileName().toString();
    }

    String version() {
        return directory.getFileName().toString();
    }

    Path pom() {
        return file(".pom");
    }

    Path jar() {
        return file(".jar");
    }

    Path sources() {
        return file("-sources.jar");
    }

    Path documentation() {
        return file("-javadoc.jar");
    }

    Path billOfMaterials() {
        return file("-cyclonedx.json");
    }

    private Path file(String end) {
        return directory.resolve(id() + '-' + version() + end);
    }

    @Override
    public String toString() {
        return id();
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path given(String property) {
        String value = System.getProperty(property, "");
        if (value.isEmpty() || value.startsWith("$")) {
            throw new IllegalStateException("these tests need a release: run .ci/release, which gives -D" + property);
        }
        return Path.of(value);
    }
}
