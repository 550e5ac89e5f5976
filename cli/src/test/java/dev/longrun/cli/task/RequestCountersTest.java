// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.cli.task.RequestCounters.RequestKind;
import dev.longrun.cli.task.RequestCounters.RequestSums;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCountersTest {
    private final RequestCounters counters = new RequestCounters();

    @Test
    void sumsUpByServiceMethodAndStatus() {
        ended("file.googleapis.com", "cancel", 1, 429, "RESOURCE_EXHAUSTED");
        ended("file.googleapis.com", "cancel", 2, 403, "RESOURCE_EXHAUSTED");
        ended("file.googleapis.com", "cancel", 3, 200, "");
        ended("file.googleapis.com", "get", 1, 0, "no connection");
        ended("file.googleapis.com", "get", 2, 0, "no connection");
        ended("dataplex.googleapis.com", "get", 1, 200, "");

        assertThat(counters.counts())
                .containsExactly(
                        Map.entry(kind("dataplex.googleapis.com", "get", 200), new RequestSums(1, 0, 0)),
                        Map.entry(kind("file.googleapis.com", "cancel", 200), new RequestSums(1, 1, 0)),
                        Map.entry(kind("file.googleapis.com", "cancel", 403), new RequestSums(1, 1, 1)),
                        Map.entry(kind("file.googleapis.com", "cancel", 429), new RequestSums(1, 0, 1)),
                        Map.entry(kind("file.googleapis.com", "get", 0), new RequestSums(2, 1, 0)));
    }

    private static RequestKind kind(String service, String method, int httpStatus) {
        return new RequestKind(service, method, httpStatus);
    }

    private void ended(String service, String method, int number, int httpStatus, String problem) {
        CallEvent call = CallEvent.start(
                        service, method, "o", Origin.parse("http://127.0.0.1:9"), HttpMethod.GET, "/v1/o")
                .after(number, Duration.ZERO, null);
        counters.attemptEnded(new AttemptEvent(call, httpStatus, problem, Duration.ZERO));
    }
}
