// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FakeWaitTest {

    private static final String NAME = "projects/p/locations/l/operations/o";
    private static final String PATH = "/v3/" + NAME + ":wait";

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void endsWhenTheOperationDoes() throws Exception {
        server.operation(NAME).completesAfter(Duration.ofSeconds(5));
        CompletableFuture<HttpResponse<String>> waiting = curl.postLater(PATH, "{\"timeout\":\"30s\"}");
        time.awaitPending(1);

        time.advance(Duration.ofSeconds(4));
        assertThat(waiting).isNotDone();
        time.advance(Duration.ofSeconds(1));

        assertThat(waiting.get(5, SECONDS).body()).contains("\"done\":true");
    }

    @Test
    void endsWithItsTimeoutAndShowsTheOperationRunning() throws Exception {
        server.operation(NAME);
        CompletableFuture<HttpResponse<String>> waiting = curl.postLater(PATH + "?timeout=2.5s", "");
        time.awaitPending(1);
        time.advance(Duration.ofMillis(2500));

        HttpResponse<String> answer = waiting.get(5, SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("done");
        assertThat(time.pending()).isZero();
    }

    @Test
    void hearsOfACancelThatEndsTheOperation() throws Exception {
        server.operation(NAME).cancelsAfter(Duration.ZERO);
        CompletableFuture<HttpResponse<String>> waiting = curl.postLater(PATH, "");
        time.awaitPending(1);
        curl.post("/v1/" + NAME + ":cancel");

        assertThat(waiting.get(5, SECONDS).body()).contains("\"code\":1");
    }

    @Test
    void takesNoRealTimeOnAClockThatAdvances() throws Exception {
        try (VirtualTime jumping = VirtualTime.autoAdvancing();
                FakeOperationsServer day = FakeOperationsServer.start(jumping, Services.ALL, 0)) {
            day.operation(NAME).completesAfter(Duration.ofHours(23));

            assertThat(new Curl(day).post(PATH, "{\"timeout\":\"86400s\"}").body())
                    .contains("\"done\":true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"timeout\":\"0s\"}", "{\"timeout\":\"0.000s\"}"})
    void ofNothingIsARead(String body) throws Exception {
        server.operation(NAME);

        assertThat(curl.post(PATH, body).body()).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"timeout\":\"soon\"}", "{\"timeout\":5}", "{\"timeout\":\"-1s\"}"})
    void needsATimeoutThatIsADuration(String body) throws Exception {
        server.operation(NAME);

        assertThat(curl.post(PATH, body).body()).contains("timeout must look like \\\"3.5s\\\", zero or more; got ");
        assertThat(curl.post(PATH, "{\"timeo").body()).contains("Invalid JSON payload received. ");
        assertThat(curl.post(PATH + "?timeout=%22x", "").body()).contains("timeout must look like");
    }

    @Test
    void isAnsweredWhenTheServerCloses() throws Exception {
        server.operation(NAME);
        CompletableFuture<HttpResponse<String>> waiting = curl.postLater(PATH, "");
        time.awaitPending(1);
        server.close();

        waiting.handle((answer, failure) -> "either will do").get(5, SECONDS);
    }
}
