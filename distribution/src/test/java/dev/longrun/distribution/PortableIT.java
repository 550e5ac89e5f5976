// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for machines that have a Java. */
class PortableIT {
    @TempDir
    private static Path folder;

    private static Unpacked unpacked;

    @BeforeAll
    static void unpack() throws Exception {
        unpacked = Unpacked.portable(folder);
    }

    @Test
    void runsTheDemo() throws Exception {
        Ran demo = unpacked.lro(unpacked.withJava(), "demo");

        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("CANCELLED", "COMPLETED_ANYWAY");
    }

    @Test
    void runsByASymbolicLinkFromAnotherFolder() throws Exception {
        Path links = Files.createDirectories(folder.resolve("some links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../lro-" + Unpacked.VERSION + "/bin/lro"));
        Path second = Files.createSymbolicLink(links.resolve("second"), links.resolve("first"));

        Ran version = Ran.run(Path.of("/"), unpacked.withJava(), Unpacked.words(second, "--version"));
        assertThat(version).isEqualTo(new Ran(0, "lro " + Unpacked.VERSION + "\n", ""));
    }

    @Test
    void runsInDash() throws Exception {
        Ran version = Ran.run(unpacked.file("bin"), unpacked.withJava(), "/usr/bin/dash", "lro", "--version");
        assertThat(version).isEqualTo(new Ran(0, "lro " + Unpacked.VERSION + "\n", ""));
    }

    @Test
    void runsWithTheJavaOfThePath() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("java only"));
        Files.createSymbolicLink(programs.resolve("java"), Unpacked.JAVA_HOME.resolve("bin/java"));
        Map<String, String> environment = unpacked.environment();
        environment.merge("PATH", programs.toString(), (path, more) -> path + ":" + more);

        assertThat(unpacked.lro(environment, "--version").exit()).isZero();
    }

    @Test
    void keepsArgumentsAsTheyAre() throws Exception {
        Ran lro = unpacked.lro(unpacked.withJava(), "help", "a  b*$HOME", "");
        assertThat(lro.exit()).isEqualTo(2);
        assertThat(lro.err()).contains("\"a  b*$HOME\"");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        assertThat(unpacked.lro(unpacked.environment(), "--version"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "lro: no java found in PATH or JAVA_HOME; lro needs Java 17 or newer, or the archive for"
                                + " linux-x64 that has its own\n"));
    }

    @Test
    void saysThatJavaHomeHasNone() throws Exception {
        Map<String, String> environment = unpacked.environment();
        environment.put("JAVA_HOME", "/no such folder");
        assertThat(unpacked.lro(environment, "--version"))
                .isEqualTo(new Ran(1, "", "lro: no java in JAVA_HOME, /no such folder; lro needs Java 17 or newer\n"));
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        for (Map.Entry<String, String> old :
                Map.of("1.8.0_392", "8", "11.0.22", "11", "16-ea", "16").entrySet()) {
            Path home = Files.createDirectories(folder.resolve("java " + old.getValue() + "/bin"))
                    .getParent();
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + old.getKey() + "\"\n");
            Map<String, String> environment = unpacked.environment();
            environment.put("JAVA_HOME", home.toString());
            Files.copy(Path.of("/usr/bin/false"), home.resolve("bin/java"));

            assertThat(unpacked.lro(environment, "--version"))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "lro: " + home + "/bin/java is Java " + old.getValue()
                                    + "; lro needs Java 17 or newer. Set JAVA_HOME to one\n"));
        }
    }

    @Test
    void theJarRunsByItself() throws Exception {
        Ran version = Ran.run(
                folder,
                Map.of(),
                Unpacked.JAVA_HOME.resolve("bin/java").toString(),
                "-jar",
                unpacked.file("lib/lro.jar").toString(),
                "--version");
        assertThat(version).isEqualTo(new Ran(0, "lro " + Unpacked.VERSION + "\n", ""));
    }

    @Test
    void eachLibraryHasItsLicenceListed() throws IOException {
        String licences = Files.readString(unpacked.file("THIRD-PARTY.txt"));
        try (Stream<Path> jars = Files.walk(unpacked.file("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString())
                            .filter(jar -> jar.endsWith(".jar"))
                            .filter(jar -> !jar.startsWith("longrun-") && !jar.equals("lro.jar"))
                            .map(jar -> jar.replaceFirst("-[0-9].*", "")))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(artifact -> assertThat(licences).contains(":" + artifact + ":"));
        }
        assertThat(unpacked.file("LICENSE")).content().contains("Apache License");
    }

    @Test
    void theZipHasTheSameFiles() throws IOException {
        try (ZipFile zip = new ZipFile(Unpacked.TARGET
                        .resolve("lro-" + Unpacked.VERSION + ".zip")
                        .toFile());
                Stream<Path> files = Files.walk(unpacked.root())) {
            List<String> names = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
            assertThat(names)
                    .isEqualTo(List.copyOf(new TreeSet<>(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .toList())));
            ZipEntry launcher = zip.getEntry("lro-" + Unpacked.VERSION + "/bin/lro.cmd");
            try (InputStream in = zip.getInputStream(launcher)) {
                assertThat(new String(in.readAllBytes())).startsWith("@echo off\r\n");
            }
        }
    }

    @Test
    void holdsNothingThatOnlyTheBuildNeeds() throws IOException {
        try (Stream<Path> files = Files.walk(unpacked.root())) {
            assertThat(files.map(Path::toString))
                    .noneMatch(name -> name.contains("longrun-distribution") || name.endsWith(".jsa"));
        }
    }
}
