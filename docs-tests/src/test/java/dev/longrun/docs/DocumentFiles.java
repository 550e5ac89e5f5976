// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The documents of the checkout, whatever directory the tests run in. */
final class DocumentFiles {
    static final Path ROOT = root();
    static final Path README = Path.of("README.md");
    static final Path INDEX = Path.of("docs/README.md");
    static final Path GUIDE = Path.of("docs/guide");

    /** Pages whose code a test of their own tries; each comes with the module that it is about. */
    static final Set<Path> TRIED_ELSEWHERE = Set.of(
            Path.of("docs/FAKE_SERVER.md"), // FakeServerDocumentTest
            Path.of("docs/RUNTIMES.md")); // JlinkTest

    private DocumentFiles() {}

    /** The pages of the guide, relative to the root. */
    static List<Path> guide() {
        return below(GUIDE, ".md");
    }

    /** All documents whose code is tried: the guide, the other pages in docs, and those beside the README. */
    static List<Path> all() {
        List<Path> pages = below(Path.of("docs"), ".md");
        return Stream.concat(
                        pages.stream().filter(page -> !TRIED_ELSEWHERE.contains(page)),
                        Stream.of(README, Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")))
                .toList();
    }

    /** Files below a directory of the root by the end of their names, without those of builds. */
    static List<Path> below(Path directory, String end) {
        if (!Files.exists(ROOT.resolve(directory))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
            return files.map(ROOT::relativize)
                    .filter(path -> path.toString().endsWith(end))
                    .filter(path -> !path.toString().contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String relative) {
        return Files.exists(ROOT.resolve(relative));
    }

    static String read(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative));
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
