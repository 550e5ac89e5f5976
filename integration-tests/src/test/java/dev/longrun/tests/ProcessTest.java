// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What only a process of its own can show: the environment it was given, and how it ends. */
class ProcessTest {
    private final FakeOperationsServer server =
            FakeOperationsServer.start(TimeSource.system(), List.of(Harness.FILE), 0);

    @Test
    void goesWhereTheEnvironmentSaysAndEndsThoughTheClientWasNeverClosed() throws Exception {
        try (server) {
            Process process =
                    start(Map.of("LONGRUN_ENDPOINT", "http://127.0.0.1:1", "LONGRUN_ENDPOINT_FILE", server.url()));
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            assertThat(Arrays.asList(output.readLine(), output.readLine(), output.readLine()))
                    .containsExactly("false", "false", "true");
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ends at once").isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(server.requestCount()).isGreaterThanOrEqualTo(4);
        }
    }

    private static Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dslf4j.internal.verbosity=ERROR", // the command's jar brings a second provider
                        "--class-path=" + System.getProperty("java.class.path"),
                        NeverClosed.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
