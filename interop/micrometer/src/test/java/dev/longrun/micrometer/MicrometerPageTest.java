// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import io.micrometer.core.instrument.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the package says what is so. */
class MicrometerPageTest {
    private static final Path PACKAGE = Path.of("dev", "longrun", "micrometer");

    @Test
    void exampleIsCompiled() throws IOException {
        String page = page();
        String example = page.substring(page.indexOf("{@code\n") + "{@code\n".length(), page.indexOf("}</pre>"));
        assertThat(source("test", "MicrometerExample.java"))
                .containsIgnoringWhitespaces(example.replaceAll("(?m)^ \\* ?", ""));
    }

    @Test
    @SuppressWarnings("try") // gauges are closed, and not used
    void eachMeterAndItsTagsAreListed() throws IOException {
        String page = page();
        try (ObservationFixture fixture = new ObservationFixture()) {
            LongrunMicrometer telemetry = LongrunMicrometer.create(fixture.meters);
            try (OperationsClient client = telemetry.instrument(fixture.plain()).build();
                    OperationsClientMetrics gauges = telemetry.observe(client)) {
                client.canceller().cancel(ObservationFixture.name("cancels-0-o"));
                assertThat(fixture.meters.getMeters())
                        .hasSizeGreaterThan(8)
                        .extracting(Meter::getId)
                        .allSatisfy(id -> assertThat(page)
                                .contains("{@code "
                                        + id.getName()
                                                .replaceFirst("operations\\.state$", "operations")
                                                .replaceFirst("(operations|requests|batches)\\.active$", "$1")
                                        + "}"))
                        .allSatisfy(id -> assertThat(id.getTags())
                                .allSatisfy(tag -> assertThat(page).contains("{@code " + tag.getKey() + "}")));
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
