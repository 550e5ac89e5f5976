// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the package says what is so. */
class OpenTelemetryPageTest {
    private static final Path PACKAGE = Path.of("dev", "longrun", "opentelemetry");

    @Test
    void exampleIsCompiled() throws IOException {
        String page = page();
        String example = page.substring(page.indexOf("{@code\n") + "{@code\n".length(), page.indexOf("}</pre>"));
        assertThat(source("test", "OpenTelemetryExample.java"))
                .containsIgnoringWhitespaces(example.replaceAll("(?m)^ \\* ?", ""));
    }

    @Test
    @SuppressWarnings("try") // metrics are closed, and not used
    void eachMetricIsListed() throws IOException {
        String page = page();
        try (TelemetryFixture fixture = new TelemetryFixture()) {
            LongrunOpenTelemetry telemetry = LongrunOpenTelemetry.create(fixture.sdk);
            try (OperationsClient client = telemetry.instrument(fixture.plain()).build();
                    BatchCallback metrics = telemetry.observe(client)) {
                client.canceller().cancel(TelemetryFixture.name("cancels-0-o"));
                assertThat(fixture.metrics.collectAllMetrics())
                        .hasSizeGreaterThan(6)
                        .extracting(MetricData::getName)
                        .allSatisfy(name -> assertThat(page).contains("{@code " + name + "}"));
            }
        }
    }

    private static String page() throws IOException {
        return source("main", "package-info.java");
    }

    private static String source(String folder, String file) throws IOException {
        return Files.readString(Path.of("src", folder, "java").resolve(PACKAGE).resolve(file));
    }
}
