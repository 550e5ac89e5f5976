// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public API changes on purpose only: what it is stands in the files under {@code api}. */
class PublicApiTest {

    @ParameterizedTest
    @CsvSource({
        "client-core,               longrun-core",
        "testkit,                   longrun-testkit",
        "interop/google-api-client, longrun-google-api-client"
    })
    void isTheOneThatIsWrittenDown(String module, String artifact) throws IOException {
        Path written = Path.of("api", artifact + ".txt");
        Path now = Path.of("integration-tests/target/api", artifact + ".txt");
        String api = PublicApi.of(module);
        Files.createDirectories(Repository.ROOT.resolve(now).getParent());
        Files.writeString(Repository.ROOT.resolve(now), api);
        assertThat(api)
                .as(
                        "the public API of %s; if it changes on purpose, run in the repository: cp %s %s",
                        artifact, now, written)
                .isEqualTo(Files.exists(Repository.ROOT.resolve(written)) ? Repository.read(written) : "");
    }
}
