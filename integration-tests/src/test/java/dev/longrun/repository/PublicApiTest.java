// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The public API changes on purpose only: what it is stands in the files under {@code api}. */
class PublicApiTest {

    static Stream<String> published() {
        return MavenModule.published().stream().map(module -> module.directory().toString());
    }

    @ParameterizedTest
    @MethodSource("published")
    void isTheOneThatIsWrittenDown(String directory) throws IOException {
        try (CompiledModule module = new CompiledModule(MavenModule.in(Path.of(directory)))) {
            Path written = Path.of("api", module.artifactId() + ".txt");
            Path now = Path.of("integration-tests/target").resolve(written);
            String api = PublicApi.of(module);
            Files.createDirectories(Repository.ROOT.resolve(now).getParent());
            Files.writeString(Repository.ROOT.resolve(now), api);
            assertThat(api)
                    .as(
                            "the public API of %s; if it changes on purpose, run in the repository: cp %s %s",
                            module.artifactId(), now, written)
                    .isEqualTo(Files.exists(Repository.ROOT.resolve(written)) ? Repository.read(written) : "");
        }
    }
}
