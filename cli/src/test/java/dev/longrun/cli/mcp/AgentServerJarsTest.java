// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the agent server's jars, by the place of the command's own jar. */
class AgentServerJarsTest {
    @TempDir
    Path directory;

    @Test
    void theJarsAreInTheLibraryBesideTheCommand() throws Exception {
        Path jar = file("lib/mcp/server.jar");
        file("lib/mcp/server.jar.txt");
        file("lib/other.jar");
        assertThat(AgentServerJars.near(directory.resolve("lro.jar")).jars()).containsExactly(jar);
    }

    @Test
    void theCommandMayBeInTheLibraryItself() throws Exception {
        Path jar = file("lib/mcp/server.jar");
        assertThat(AgentServerJars.near(directory.resolve("lib").resolve("lro.jar"))
                        .jars())
                .containsExactly(jar);
    }

    @Test
    void anEmptyFolderIsAsNone() throws Exception {
        Files.createDirectories(directory.resolve("lib").resolve("mcp"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> AgentServerJars.near(directory.resolve("lro.jar")))
                .withMessage(
                        "the jars of `lro mcp` are missing: expected in %s or in %s; a build of lro by ./lro has them",
                        directory.resolve("lib").resolve("mcp"), directory.resolve("mcp"));
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
