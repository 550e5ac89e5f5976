// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jars of the server are apart from those of the command, and loaded by {@code lro mcp} only. */
@Timeout(240)
class InstalledJarsTest {
    @TempDir
    Path directory;

    @Test
    void noJarIsThereTwice() throws Exception {
        assertThat(artifacts(InstalledLro.libraries()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(artifacts(InstalledLro.jarsOfTheCommand()));
    }

    @Test
    void acancelLoadsNothingOfTheServer() throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            String name = "//file.googleapis.com/projects/p/locations/l/operations/cancels-0-a";
            assertThat(classesOf("cancel", name, "--endpoint", server.url()))
                    .contains("dev.longrun.cli.command.CancelCommand")
                    .noneMatch(InstalledJarsTest::isOfTheServer);
        }
    }

    @Test
    void theHelpOfMcpLoadsNothingOfTheServerEither() throws Exception {
        assertThat(classesOf("mcp", "--help"))
                .contains("dev.longrun.cli.command.McpCommand")
                .noneMatch(InstalledJarsTest::isOfTheServer);
    }

    @Test
    void withoutItsJarsTheCommandSaysWhatIsMissing() throws Exception {
        InstalledLro lro = InstalledLro.in(directory);
        try (Stream<Path> jars = Files.list(directory.resolve("lib").resolve("mcp"))) {
            for (Path jar : jars.toList()) {
                Files.delete(jar);
            }
        }
        Process process = new ProcessBuilder(lro.command(List.of(), "mcp")).start();
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .startsWith("lro: the jars of `lro mcp` are missing: expected in " + directory.resolve("lib/mcp"));
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    private List<String> classesOf(String... words) throws Exception {
        Path log = directory.resolve("classes");
        List<String> options = List.of("-Xlog:class+load:file=" + log + ":none");
        Process process = new ProcessBuilder(InstalledLro.in(directory).command(options, words))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
    }

    private static boolean isOfTheServer(String type) {
        return Stream.of("dev.longrun.mcp.", "io.modelcontextprotocol.", "reactor.", "tools.jackson.", "com.networknt.")
                .anyMatch(type::startsWith);
    }

    /** The names of jars without their versions. Jackson 3 has names of Jackson 2, and other packages. */
    private static List<String> artifacts(List<Path> jars) {
        return jars.stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> !name.matches("jackson-(core|databind)-.*"))
                .map(name -> name.replaceFirst("-[0-9].*", ""))
                .toList();
    }
}
