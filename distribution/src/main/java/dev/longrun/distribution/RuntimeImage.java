// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * Puts beside the jars of {@code lro} a Java runtime of the modules that they need, the list of the classes that a run
 * loads, and their class-data archive.
 *
 * <p>All files get the time of the build, because Java takes an archive for jars of exactly that size and time. Java 17
 * keeps the directory of the jars in the archive and takes it nowhere else, so that the archive is made only by a JDK
 * that looks for the jars where they are now.
 */
public final class RuntimeImage {
    /** The first JDK whose archive can be moved together with its jars (JDK-8279366). */
    private static final int MOVABLE = 19;

    private RuntimeImage() {}

    /**
     * @param arguments the directory, which has {@code lib}; the time of the build; the list of classes; and a JDK, or
     *     {@code newest} to look for one
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        FileTime time = FileTime.from(Instant.parse(arguments[1]));
        Jdk jdk = arguments[3].equals("newest") ? Jdk.newest() : Jdk.at(Path.of(arguments[3]));
        System.out.println("Java runtime of " + jdk);
        link(jdk, directory);
        Files.copy(Path.of(arguments[2]), directory.resolve("lib/lro.classlist"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(directory.resolve("lib/lro.jsa"));
        Directories.touch(directory, time);
        if (jdk.feature() >= MOVABLE) {
            new ClassArchive(directory).dump();
        } else {
            System.out.println("[WARNING] no class-data archive: one of JDK " + jdk.feature()
                    + " cannot be moved; lro makes it when it first runs");
        }
        Directories.touch(directory, time);
    }

    private static void link(Jdk jdk, Path directory) throws IOException, InterruptedException {
        Path runtime = directory.resolve("runtime");
        Directories.delete(runtime);
        Command.run(
                directory,
                jdk.home().resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", RuntimeModules.ALL),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        copyCertificates(jdk, runtime);
    }

    /** The certificates are a link to the system's in some JDKs, which would lead nowhere on another machine. */
    private static void copyCertificates(Jdk jdk, Path runtime) throws IOException {
        Path certificates = runtime.resolve("lib/security/cacerts");
        if (!Files.isRegularFile(certificates, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(certificates);
            Files.createDirectories(certificates.getParent());
            Files.copy(
                    jdk.home().resolve("lib/security/cacerts").toRealPath(),
                    certificates,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
