// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDK that can link a runtime.
 *
 * @param version as in its file {@code release}: 25.0.3
 */
record Jdk(Path home, Runtime.Version version) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    int feature() {
        return version.feature();
    }

    /** @throws IllegalArgumentException if there is none */
    static Jdk at(Path home) {
        return find(home).orElseThrow(() -> new IllegalArgumentException("no JDK with jlink at " + home));
    }

    /**
     * The newest of the JDK of this process, of that in the variable {@code JDK_21_OR_NEWER}, and of those installed.
     */
    static Jdk newest() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Optional.ofNullable(System.getenv("JDK_21_OR_NEWER")).map(Path::of).ifPresent(homes::add);
        if (Files.isDirectory(INSTALLED)) {
            try (DirectoryStream<Path> installed = Files.newDirectoryStream(INSTALLED)) {
                installed.forEach(homes::add);
            }
        }
        return homes.stream()
                .flatMap(home -> find(home).stream())
                .max(Comparator.comparing(Jdk::version).thenComparing(Jdk::home))
                .orElseThrow(() -> new IllegalStateException("no JDK with jlink among " + homes));
    }

    private static Optional<Jdk> find(Path home) {
        if (!Files.isExecutable(home.resolve("bin/jlink"))) {
            return Optional.empty();
        }
        try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
            Properties release = new Properties();
            release.load(file);
            String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(new Jdk(home.toRealPath(), Runtime.Version.parse(version)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return home + " (" + version + ")";
    }
}
