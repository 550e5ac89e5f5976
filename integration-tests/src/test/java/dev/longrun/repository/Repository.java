// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of this repository, whatever directory the tests run in. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    /** All main sources of all modules, without generated ones, as paths relative to the root. */
    static List<Path> mainSources() {
        return files(path ->
                path.toString().contains("src/main/java/") && path.toString().endsWith(".java"));
    }

    /** All sources of tests, as paths relative to the root. */
    static List<Path> testSources() {
        return files(path ->
                path.toString().contains("src/test/java/") && path.toString().endsWith(".java"));
    }

    /** All Markdown documents, as paths relative to the root. */
    static List<Path> documents() {
        return files(path -> path.toString().endsWith(".md"));
    }

    /** All projects of Maven, as paths of their {@code pom.xml} relative to the root. */
    static List<Path> poms() {
        return files(path -> path.endsWith("pom.xml"));
    }

    static String read(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(path -> !path.toString().contains("target/"))
                    .filter(path -> !path.startsWith(".git"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
