// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.ServedRequest;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request to cancel is one trace: the span of the server, the cancel, its HTTP requests. */
@Timeout(120)
class TraceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/cancel-async"})
    void requestIsOneTree(String path) {
        try (RunningApplication application = new RunningApplication()) {
            var response = application.post(
                    path, "//file.googleapis.com/projects/acme/locations/us-central1/operations/cancels-500-a");
            assertThat(response.status()).isEqualTo(200);
            SpanData served = application.span(span -> span.getKind() == SpanKind.SERVER);
            SpanData cancel = application.span(span -> span.getName().equals("cancel"));
            List<SpanData> attempts = application.spans().stream()
                    .filter(span -> span.getKind() == SpanKind.CLIENT)
                    .toList();
            assertThat(cancel.getParentSpanId()).isEqualTo(served.getSpanId());
            assertThat(attempts)
                    .hasSameSizeAs(application.server.requests())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(attempt -> assertThat(attempt.getParentSpanId()).isEqualTo(cancel.getSpanId()));
            assertThat(application.spans()).extracting(SpanData::getTraceId).containsOnly(served.getTraceId());
            assertThat(application.server.requests())
                    .extracting(ServedRequest::headers)
                    .allSatisfy(
                            headers -> assertThat(headers.get("traceparent")).contains(served.getTraceId()));
        }
    }
}
