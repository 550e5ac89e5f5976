// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive with a Java of its own, on a machine that has none. */
class LinuxX64IT {
    @TempDir
    private static Path folder;

    private static Unpacked unpacked;

    @BeforeAll
    static void unpack() throws Exception {
        unpacked = Unpacked.linuxX64(folder);
    }

    @Test
    void runsTheDemoWithoutJava() throws Exception {
        Ran demo = unpacked.lro(unpacked.environment(), "demo");

        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("CANCELLED", "COMPLETED_ANYWAY");
    }

    @Test
    void usesItsOwnJavaWhateverTheMachineHas() throws Exception {
        Map<String, String> environment = unpacked.environment();
        environment.put("JAVA_HOME", "/no such folder");
        assertThat(unpacked.lro(environment, "--version")).isEqualTo(new Ran(0, "lro " + Unpacked.VERSION + "\n", ""));
    }

    @Test
    void cancels() throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            Ran cancel = unpacked.lro(
                    unpacked.environment(),
                    "cancel",
                    "//file.googleapis.com/projects/p/locations/l/operations/cancels-0-a",
                    "--endpoint",
                    server.url());
            assertThat(cancel.exit()).as(cancel.err()).isZero();
            assertThat(cancel.out()).startsWith("CANCELLED");
        }
    }

    @Test
    void takesClassesFromItsArchiveWhereverItLies() throws Exception {
        assertThat(shared(unpacked)).contains("picocli.CommandLine", "dev.longrun.cli.Lro");

        Path elsewhere = Files.createDirectories(folder.resolve("else where/deep"));
        Files.move(unpacked.root(), elsewhere.resolve(unpacked.root().getFileName()));
        try {
            assertThat(shared(new Unpacked(elsewhere))).contains("picocli.CommandLine", "dev.longrun.cli.Lro");
        } finally {
            Files.move(elsewhere.resolve(unpacked.root().getFileName()), unpacked.root());
        }
    }

    @Test
    void doesWithoutTheArchiveOnceAJarIsAnother() throws Exception {
        Path jar = unpacked.file("lib/lro.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        try {
            assertThat(unpacked.lro(unpacked.environment(), "--version"))
                    .isEqualTo(new Ran(0, "lro " + Unpacked.VERSION + "\n", ""));
            assertThat(shared(unpacked)).isEmpty();
        } finally {
            Files.setLastModifiedTime(jar, time);
        }
    }

    @Test
    void trustsTheUsualCertificates() throws IOException {
        Path certificates = unpacked.file("runtime/lib/security/cacerts");
        assertThat(Files.isRegularFile(certificates, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(Files.size(certificates)).isGreaterThan(50_000);
    }

    /**
     * The classes of the application that came from the archive, by the log of Java. The variable has the last word.
     */
    private static List<String> shared(Unpacked where) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Map<String, String> environment = where.environment();
        environment.put("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + ":none");
        Ran.run(where.folder(), environment, Unpacked.words(where.file("bin/lro"), "--version"));
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: shared objects file"))
                    .map(line -> line.split(" ")[0])
                    .filter(name -> name.startsWith("picocli.") || name.startsWith("dev.longrun."))
                    .toList();
        }
    }
}
