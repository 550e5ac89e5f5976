// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.LongrunException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.testkit.FakeOperationsServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published has its licence with it: each jar, or the directory that becomes one. */
class LicenceTest {

    @ParameterizedTest
    @ValueSource(classes = {LongrunException.class, Filestore.class, FakeOperationsServer.class})
    void isInTheArtifact(Class<?> type) throws IOException, URISyntaxException {
        Path artifact =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        String licence = Repository.read(Path.of("LICENSE"));
        if (Files.isDirectory(artifact)) {
            assertThat(artifact.resolve("META-INF/LICENSE")).hasContent(licence);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(artifact, Map.of())) {
            assertThat(jar.getPath("META-INF/LICENSE")).hasContent(licence);
        }
    }
}
