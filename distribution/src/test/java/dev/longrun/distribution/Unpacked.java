// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An archive, unpacked into an empty folder, and a machine around it that has the usual programs and no Java.
 *
 * @param folder that the archive was unpacked into
 */
record Unpacked(Path folder) {
    static final String VERSION = System.getProperty("version");
    static final Path TARGET = Path.of(System.getProperty("target"));
    static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private static final List<String> PROGRAMS =
            List.of("sh", "readlink", "dirname", "cut", "cksum", "ls", "cat", "mkdir", "mv");

    static Unpacked portable(Path folder) throws Exception {
        return tar(folder, "lro-" + VERSION + ".tar.gz");
    }

    static Unpacked linuxX64(Path folder) throws Exception {
        return tar(folder, "lro-" + VERSION + "-linux-x64.tar.gz");
    }

    private static Unpacked tar(Path folder, String archive) throws Exception {
        Ran tar = Ran.run(
                folder, System.getenv(), "tar", "-xzf", TARGET.resolve(archive).toString());
        assertThat(tar).isEqualTo(new Ran(0, "", ""));
        Files.createDirectories(folder.resolve("programs"));
        for (String program : PROGRAMS) {
            Files.createSymbolicLink(folder.resolve("programs").resolve(program), Path.of("/usr/bin", program));
        }
        return new Unpacked(folder);
    }

    Path root() {
        return folder.resolve("lro-" + VERSION);
    }

    Path file(String name) {
        return root().resolve(name);
    }

    /** No Java in the path, and a home of its own. */
    Map<String, String> environment() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/.cache")).getParent();
        return new HashMap<>(Map.of(
                "HOME", home.toString(), "PATH", folder.resolve("programs").toString()));
    }

    /** With the Java of this test. */
    Map<String, String> withJava() throws IOException {
        Map<String, String> environment = environment();
        environment.put("JAVA_HOME", JAVA_HOME.toString());
        return environment;
    }

    Ran lro(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        return Ran.run(folder, environment, words(file("bin/lro"), words));
    }

    static String[] words(Path program, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = program.toString();
        System.arraycopy(words, 0, all, 1, words.length);
        return all;
    }
}
