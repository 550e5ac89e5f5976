// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.Code;
import dev.longrun.service.ApiMethod;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultsTest {

    private static final String NAME = "projects/p/locations/l/operations/o";
    private static final String GET = "/v1/" + NAME;
    private static final String CANCEL = GET + ":cancel";

    private final FakeOperationsServer server =
            FakeOperationsServer.start(VirtualTime.manual(), Services.only("file"), 0);
    private final Curl curl = new Curl(server);
    private final ScriptedOperation operation = server.operation(NAME);

    @AfterEach
    void close() {
        server.close();
    }

    private int cancelRequests() {
        return server.operationRecord(NAME).cancelRequests();
    }

    @Nested
    class Strike {

        @Test
        void inTheOrderTheyWereArmed() throws Exception {
            server.faults().on(ApiMethod.GET).once(Fault.noContent());
            server.faults().anywhere().times(2, Fault.unavailable());
            assertThat(server.faults().pending()).isEqualTo(3);

            assertThat(curl.get(GET).statusCode()).isEqualTo(204);
            assertThat(curl.get(GET).statusCode()).isEqualTo(503);
            assertThat(curl.get(GET).statusCode()).isEqualTo(503);
            assertThat(curl.get(GET).statusCode()).isEqualTo(200);
            assertThat(server.faults().pending()).isZero();
        }

        @Test
        void onlyWhomTheyAreMeantFor() throws Exception {
            server.operation(NAME + "2");
            server.faults().on(ApiMethod.GET).of(NAME).always(Fault.permissionDenied());

            assertThat(curl.post(CANCEL).statusCode()).isEqualTo(200);
            assertThat(curl.get(GET + "2").statusCode()).isEqualTo(200);
            assertThat(curl.get(GET).statusCode()).isEqualTo(403);
            assertThat(curl.get(GET).statusCode()).isEqualTo(403);
            server.faults().clear();
            assertThat(curl.get(GET).statusCode()).isEqualTo(200);
        }

        @Test
        void atRandomButTheSameForTheSameSeed() throws Exception {
            String first = lost(42);

            assertThat(first).contains("x").contains(".");
            assertThat(lost(42)).isEqualTo(first);
            assertThat(lost(43)).isNotEqualTo(first);
        }

        private String lost(long seed) throws Exception {
            server.faults().clear();
            server.faults().dropRandomly(0.3, seed);
            StringBuilder seen = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                try {
                    curl.delete(GET + "-unknown"); // which the client does not repeat by itself
                    seen.append('.');
                } catch (IOException e) {
                    seen.append('x');
                }
            }
            return seen.toString();
        }
    }

    @Nested
    class AfterTheRequestWasProcessed {

        @Test
        void theAnswerGetsLost() {
            server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());

            assertThatThrownBy(() -> curl.post(CANCEL)).isInstanceOf(IOException.class);
            assertThat(cancelRequests()).isEqualTo(1);
        }

        @Test
        void theAnswerIsCutOff() {
            server.faults().on(ApiMethod.DELETE).once(Fault.cutOff());

            assertThatThrownBy(() -> curl.delete(GET)).isInstanceOf(IOException.class);
            assertThat(server.operationRecord(NAME).state())
                    .extracting(OperationState::phase)
                    .isEqualTo(OperationState.LifePhase.DELETED);
        }

        @Test
        void theAnswerIsEmpty() throws Exception {
            server.faults().on(ApiMethod.CANCEL).once(Fault.noContent());
            server.faults().on(ApiMethod.CANCEL).once(Fault.emptyBody());

            assertThat(curl.post(CANCEL).statusCode()).isEqualTo(204);
            HttpResponse<String> empty = curl.post(CANCEL);
            assertThat(empty.statusCode()).isEqualTo(200);
            assertThat(empty.body()).isEmpty();
            assertThat(cancelRequests()).isEqualTo(2);
        }

        @Test
        void theJsonIsTruncatedOrStrangeOrHuge() throws Exception {
            operation.byItself(Duration.ZERO, TerminalState.FAILED);
            server.faults().on(ApiMethod.GET).once(Fault.truncatedJson());
            server.faults().on(ApiMethod.GET).once(Fault.unknownType());
            server.faults().on(ApiMethod.GET).once(Fault.unknownCode(4711));
            server.faults().on(ApiMethod.GET).once(Fault.padded(1 << 20));

            assertThat(curl.get(GET).body()).startsWith("{\"name\"").doesNotEndWith("}");
            assertThat(curl.get(GET).body()).contains("\"@type\":\"type.googleapis.com/example.v9.Unheard\"");
            assertThat(curl.get(GET).body()).contains("\"error\":{\"code\":4711,");
            assertThat(curl.get(GET).body())
                    .hasSizeGreaterThan(1 << 20)
                    .startsWith("{\"padding\":\"xxx")
                    .contains("x\",\"name\"");
        }

        @Test
        void theAnswerNeverComes() {
            server.faults().on(ApiMethod.CANCEL).once(Fault.stall());

            assertThatThrownBy(() -> curl.send(
                            curl.request(CANCEL).timeout(Duration.ofMillis(200)).POST(BodyPublishers.noBody())))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(cancelRequests()).isEqualTo(1);
        }

        @Test
        void theAnswerNeverComesUntilTheServerCloses() throws Exception {
            CountDownLatch arrived = new CountDownLatch(1);
            server.onRequest(request -> arrived.countDown());
            server.faults().on(ApiMethod.CANCEL).once(Fault.stall());
            var waiting = curl.postLater(CANCEL, "");
            arrived.await();
            server.close();

            assertThatThrownBy(() -> waiting.get(5, SECONDS)).hasCauseInstanceOf(IOException.class);
        }

        @Test
        void theAnswerComesInDrops() throws Exception {
            server.faults().on(ApiMethod.GET).once(Fault.slowDrip(64, Duration.ofMillis(1)));

            assertThat(curl.get(GET).body()).startsWith("{\"name\"").endsWith("}}");
        }
    }

    @Nested
    class InsteadOfProcessing {

        @Test
        void theRequestGetsLost() {
            server.faults().on(ApiMethod.CANCEL).once(Fault.lostRequest());

            assertThatThrownBy(() -> curl.post(CANCEL)).isInstanceOf(IOException.class);
            assertThat(cancelRequests()).isZero();
        }

        @Test
        void aProxyAnswersInHtml() throws Exception {
            server.faults().on(ApiMethod.CANCEL).once(Fault.htmlNotFound());
            server.faults().on(ApiMethod.CANCEL).once(Fault.htmlBadGateway());

            assertThat(curl.post(CANCEL).body()).contains("Error 404 (Not Found)");
            HttpResponse<String> answer = curl.post(CANCEL);
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
            assertThat(cancelRequests()).isZero();
        }

        @Test
        void theServerAsksForPatience() throws Exception {
            server.faults().anywhere().once(Fault.tooManyRequests(Duration.ofSeconds(7)));
            server.faults().anywhere().once(Fault.unavailable(Duration.ofSeconds(2)));
            server.faults().anywhere().once(Fault.tooManyRequestsWithRetryInfo(Duration.ofMillis(1500)));

            HttpResponse<String> throttled = curl.get(GET);
            assertThat(throttled.statusCode()).isEqualTo(429);
            assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
            assertThat(throttled.body()).contains("\"status\":\"RESOURCE_EXHAUSTED\"");
            assertThat(curl.get(GET).headers().firstValue("Retry-After")).contains("2");
            HttpResponse<String> hint = curl.get(GET);
            assertThat(hint.headers().firstValue("Retry-After")).isEmpty();
            assertThat(hint.body())
                    .contains("{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"1.500s\"}");
        }

        @Test
        void theServerRefuses() throws Exception {
            server.faults().anywhere().once(Fault.quotaExceeded());
            server.faults().anywhere().once(Fault.permissionDenied());
            server.faults().anywhere().once(Fault.unauthenticated());
            server.faults().anywhere().once(Fault.error(Code.ABORTED, "Try again.", "CONFLICT"));

            assertThat(curl.get(GET).body()).contains("\"code\":403", "\"reason\":\"RATE_LIMIT_EXCEEDED\"");
            assertThat(curl.get(GET).body()).contains("\"code\":403", "\"reason\":\"IAM_PERMISSION_DENIED\"");
            assertThat(curl.get(GET).body()).contains("\"code\":401", "\"status\":\"UNAUTHENTICATED\"");
            assertThat(curl.get(GET).body()).contains("\"code\":409", "\"domain\":\"googleapis.com\"");
        }

        @Test
        void theAnswerIsWhateverYouSay() throws Exception {
            server.faults().anywhere().once(Fault.redirectTo("https://elsewhere.example/"));
            server.faults().anywhere().once(Fault.respondWith(405, Map.of("Allow", "GET"), "no"));

            HttpResponse<String> redirect = curl.get(GET);
            assertThat(redirect.statusCode()).isEqualTo(307);
            assertThat(redirect.headers().firstValue("Location")).contains("https://elsewhere.example/");
            HttpResponse<String> answer = curl.get(GET);
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET");
        }
    }

    @Test
    void aFaultIsPrintedByItsName() {
        assertThat(Fault.lostResponse()).hasToString("lost response");
        assertThat(Fault.unknownCode(99)).hasToString("unknown code 99");
    }
}
