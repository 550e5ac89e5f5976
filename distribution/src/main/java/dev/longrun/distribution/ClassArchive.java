// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * The class-data archive of {@code lib/lro.jar} and the jars beside it: parsed classes, which Java maps into memory.
 *
 * <p>The same classes, jars and runtime make the same bytes. The archive has no path of the build, because Java runs
 * within {@code lib}; but its layout depends on the length of the path of the runtime, so that a copy with a path of
 * fixed length makes it. The list has classes and forms of lambdas: what it could say of the lambdas and constants of a
 * class makes archives that differ from run to run, and keeps picocli's largest class out.
 */
final class ClassArchive {
    private static final int PATH_LENGTH = 200;

    private final Path directory;

    /** @param directory that has {@code lib} and {@code runtime} */
    ClassArchive(Path directory) {
        this.directory = directory;
    }

    /** Writes {@code lib/lro.jsa}, from the list of classes in {@code lib}. */
    void dump() throws IOException, InterruptedException {
        Path parent = Files.createTempDirectory("lro");
        Path copy = parent.resolve(
                "x".repeat(Math.max(1, PATH_LENGTH - parent.toString().length() - 1)));
        try {
            copy(copy);
            Path lib = copy.resolve("lib");
            Command.run(
                    lib,
                    copy.resolve("runtime/bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=lro.classlist",
                    "-XX:SharedArchiveFile=lro.jsa",
                    "-cp",
                    "./lro.jar"); // with a directory, which Java replaces by that of the jar when it runs
            Files.copy(lib.resolve("lro.jsa"), directory.resolve("lib/lro.jsa"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Directories.delete(parent);
        }
    }

    private void copy(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(directory.relativize(file));
                if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
