// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests of other languages can do with a server, by a plain HTTP client. */
@Timeout(60)
class ControlApiTest {
    private static final String NAME = "projects/p/locations/l/operations/o";
    private static final String READ = "/v1/" + NAME;
    private static final String CONTROL = "/__admin/operations/" + NAME;

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void stop() {
        server.close();
        time.close();
    }

    @Nested
    class Operations {

        @Test
        void existOnceTheyArePut() throws Exception {
            assertThat(curl.get(READ).statusCode()).isEqualTo(404);

            assertThat(curl.put(CONTROL, "").body())
                    .isEqualTo("{\"name\":\"" + NAME + "\",\"phase\":\"RUNNING\",\"cancelRequests\":0,"
                            + "\"created\":\"2026-01-01T00:00:00Z\"}");

            assertThat(curl.get(READ).body()).contains("\"name\":\"" + NAME + "\"");
        }

        @Test
        void endAsScriptedAfterACancel() throws Exception {
            curl.put(
                    CONTROL,
                    "{\"afterCancel\": {\"state\": \"FAILED\", \"delay\": \"90s\"},"
                            + " \"error\": {\"code\": 9, \"message\": \"no room\","
                            + " \"details\": [{\"@type\": \"type.googleapis.com/x.Y\"}]}}");
            curl.post(READ + ":cancel");
            advance("89s");
            assertThat(curl.get(READ).body()).doesNotContain("\"done\":true");

            advance("1s");

            assertThat(curl.get(READ).body()).contains("\"code\":9", "no room", "x.Y");
            assertThat(curl.get(CONTROL).body())
                    .contains(
                            "\"phase\":\"ENDED\"",
                            "\"cancelRequests\":1",
                            "\"cancelAccepted\":\"2026-01-01T00:00:00Z\"",
                            "\"terminalState\":\"FAILED\"",
                            "\"ended\":\"2026-01-01T00:01:30Z\"");
        }

        @Test
        void endByThemselvesWithTheirContent() throws Exception {
            curl.put(
                    CONTROL,
                    "{\"byItself\": {\"state\": \"COMPLETED\"}, \"keptFor\": \"10s\","
                            + " \"metadata\": {\"@type\": \"type.googleapis.com/x.M\"},"
                            + " \"response\": {\"@type\": \"type.googleapis.com/x.R\"}}");

            assertThat(curl.get(READ).body()).contains("\"done\":true", "x.M", "x.R");
            advance("11s");
            assertThat(curl.get(READ).statusCode()).isEqualTo(404);
            assertThat(curl.get(CONTROL).body()).contains("\"phase\":\"DELETED\"");
        }

        @ParameterizedTest
        @CsvSource({"REJECTED, 400", "UNIMPLEMENTED, 501", "HTML_404, 404", "ACCEPTED, 200"})
        void respondToACancelAsScripted(String onCancel, int status) throws Exception {
            curl.put(CONTROL, "{\"onCancel\": \"" + onCancel + "\"}");

            assertThat(curl.post(READ + ":cancel").statusCode()).isEqualTo(status);
        }

        @Test
        void haveTheirLatestScriptOnly() throws Exception {
            curl.put(CONTROL, "{\"onCancel\": \"REJECTED\"}");
            curl.put(CONTROL, "{\"sendsDoneFalse\": true}");

            assertThat(curl.post(READ + ":cancel").statusCode()).isEqualTo(200);
            assertThat(curl.get(READ).body()).contains("\"done\":false");
        }

        @Test
        void areListed() throws Exception {
            curl.put(CONTROL + "%20x", "{}");

            assertThat(curl.get("/__admin/operations").body())
                    .startsWith("{\"operations\":[{\"name\":\"" + NAME + " x\",");
        }

        @Test
        void thatDoNotExistAreNotFound() throws Exception {
            assertError(curl.get(CONTROL), 404, "no operation \\\"" + NAME + "\\\" was put or asked for");
        }
    }

    @Nested
    class FaultsOverHttp {

        @Test
        void happenToTheRequestsTheyAreMeantFor() throws Exception {
            curl.put(CONTROL, "");
            assertThat(curl.post(
                                    "/__admin/faults",
                                    "{\"fault\": \"unavailable\", \"retryAfter\": \"7s\", \"on\": \"GET\", \"of\": \""
                                            + NAME + "\", \"times\": 2}")
                            .body())
                    .isEqualTo("{\"pending\":2}");

            assertThat(curl.post(READ + ":cancel").statusCode()).isEqualTo(200);
            HttpResponse<String> first = curl.get(READ);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).contains("7");
            assertThat(curl.get(READ).statusCode()).isEqualTo(503);
            assertThat(curl.get(READ).statusCode()).isEqualTo(200);
            assertThat(curl.get("/__admin/faults").body()).isEqualTo("{\"pending\":0}");
        }

        @Test
        void loseResponsesAfterProcessing() throws Exception {
            curl.put(CONTROL, "");
            curl.post("/__admin/faults", "{\"fault\": \"lostResponse\", \"on\": \"CANCEL\"}");

            assertThatThrownBy(() -> curl.post(READ + ":cancel")).isInstanceOf(IOException.class);
            assertThat(curl.get(CONTROL).body()).contains("\"phase\":\"CANCELLING\"");
        }

        @Test
        void areAnyResponse() throws Exception {
            curl.put(CONTROL, "");
            curl.post(
                    "/__admin/faults",
                    "{\"fault\": \"respondWith\", \"status\": 418, \"headers\": {\"x-tea\": \"green\"}, \"body\": \"pot\"}");

            HttpResponse<String> response = curl.get(READ);
            assertThat(response.statusCode()).isEqualTo(418);
            assertThat(response.body()).isEqualTo("pot");
            assertThat(response.headers().firstValue("x-tea")).contains("green");
        }

        @Test
        void areErrorsOfAnyCode() throws Exception {
            curl.put(CONTROL, "");
            curl.post("/__admin/faults", "{\"fault\": \"error\", \"code\": \"ABORTED\", \"reason\": \"RACE\"}");

            assertThat(curl.get(READ).body()).contains("ABORTED", "RACE");
        }

        @Test
        void happenToAShareUntilTheyAreCleared() throws Exception {
            curl.put(CONTROL, "");
            curl.post("/__admin/faults", "{\"fault\": \"htmlBadGateway\", \"share\": 1, \"seed\": 4}");
            assertThat(curl.get(READ).statusCode()).isEqualTo(502);
            assertThat(curl.get(READ).statusCode()).isEqualTo(502);

            assertThat(curl.delete("/__admin/faults").body()).isEqualTo("{\"pending\":0}");

            assertThat(curl.get(READ).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "lostRequest",
                    "cutOff",
                    "stall",
                    "slowDrip",
                    "noContent",
                    "emptyBody",
                    "truncatedJson",
                    "unknownType",
                    "unknownCode",
                    "padded",
                    "htmlNotFound",
                    "tooManyRequests",
                    "tooManyRequestsWithRetryInfo",
                    "quotaExceeded",
                    "permissionDenied",
                    "unauthenticated"
                })
        void canBeArmedByTheNamesOfJava(String fault) throws Exception {
            assertThat(curl.post("/__admin/faults", "{\"fault\": \"" + fault + "\"}")
                            .body())
                    .isEqualTo("{\"pending\":1}");
        }
    }

    @Test
    void requestsAreShownWithoutThoseOfTheControl() throws Exception {
        curl.put(CONTROL, "");
        curl.send(curl.request(READ).header("Authorization", "Bearer s3cret"));

        assertThat(curl.get("/__admin/requests").body())
                .startsWith("{\"count\":1,\"requests\":[{\"at\":\"2026-01-01T00:00:00Z\",\"rpc\":\"GET\",\"name\":\""
                        + NAME + "\",\"method\":\"GET\",\"path\":\"" + READ + "\",\"query\":\"\",")
                .contains("Bearer sha256:")
                .doesNotContain("s3cret");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void resetForgetsEverything() throws Exception {
        curl.put(CONTROL, "");
        curl.get(READ);
        curl.post("/__admin/faults", "{\"fault\": \"stall\"}");

        assertThat(curl.post("/__admin/reset").body()).isEqualTo("{}");

        assertThat(curl.get("/__admin/operations").body()).isEqualTo("{\"operations\":[]}");
        assertThat(curl.get("/__admin/faults").body()).isEqualTo("{\"pending\":0}");
        assertThat(curl.get("/__admin/requests").body()).isEqualTo("{\"count\":0,\"requests\":[]}");
    }

    @Test
    void healthIsTold() throws Exception {
        assertThat(curl.get("/__admin/health").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void timeIsTold() throws Exception {
        advance("1.5s");

        assertThat(curl.get("/__admin/time").body()).isEqualTo("{\"now\":\"2026-01-01T00:00:01.500Z\"}");
        assertThat(time.now()).isEqualTo("2026-01-01T00:00:01.500Z");
    }

    @Test
    void theTimeOfTheMachineStays() throws Exception {
        try (FakeOperationsServer real = FakeOperationsServer.start()) {
            assertError(
                    new Curl(real).post("/__admin/time", "{\"advance\": \"1s\"}"),
                    400,
                    "this server has the clock of the machine, which cannot be advanced; start it with a virtual one"
                            + " (lro fake-server --clock virtual)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"afterCancel\": {\"delay\": \"5s\"}} | afterCancel.state: expected one of [CANCELLED, COMPLETED, NO_RESULT, FAILED]; got none",
                "{\"afterCancel\": {\"state\": \"DONE\"}} | afterCancel.state: expected one of [CANCELLED, COMPLETED, NO_RESULT, FAILED]; got \\\"DONE\\\"",
                "{\"byItself\": {\"state\": \"FAILED\", \"delay\": 5}} | byItself.delay: expected a duration in seconds, such as \\\"1.5s\\\"; got 5",
                "{\"keptFor\": \"-1s\"} | keptFor: expected a duration in seconds, such as \\\"1.5s\\\"; got \\\"-1s\\\"",
                "{\"error\": {\"kode\": 5}} | error.kode: there is no such field; expected some of [code, message, details]",
                "{\"cancels\": true} | cancels: there is no such field; expected some of [afterCancel, byItself, onCancel,",
                "{\"metadata\": \"x\"} | metadata: expected an object; got \\\"x\\\"",
                "{\"sendsDoneFalse\": \"yes\"} | sendsDoneFalse: expected true or false; got \\\"yes\\\"",
            })
    void aWrongScriptIsExplainedAndChangesNothing(String body, String message) throws Exception {
        assertError(curl.put(CONTROL, body), 400, message);
        assertThat(curl.get(CONTROL).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | fault: expected one of [cutOff, emptyBody,",
                "{\"fault\": \"boom\"} | got \\\"boom\\\"",
                "{\"fault\": \"stall\", \"on\": \"READ\"} | on: expected one of [GET, LIST, CANCEL, DELETE, WAIT, LIST_LOCATIONS]; got \\\"READ\\\"",
                "{\"fault\": \"stall\", \"times\": 0} | times: expected a whole number from 1 to 1000000; got 0",
                "{\"fault\": \"stall\", \"share\": 2} | share: expected a number from 0 to 1; got 2",
                "{\"fault\": \"stall\", \"share\": 1, \"times\": 1} | expected times or share, not both",
                "{\"fault\": \"stall\", \"retryAfter\": \"1s\"} | retryAfter: there is no such field",
                "{\"fault\": \"redirectTo\"} | url: the fault redirectTo needs it; got none",
                "{\"fault\": \"error\"} | code: the fault error needs it; got none",
            })
    void aWrongFaultIsExplainedAndNotArmed(String body, String message) throws Exception {
        assertError(curl.post("/__admin/faults", body), 400, message);
        assertThat(curl.get("/__admin/faults").body()).isEqualTo("{\"pending\":0}");
    }

    @Test
    void whatIsNoJsonIsExplained() throws Exception {
        assertThat(curl.put(CONTROL, "{oops").statusCode()).isEqualTo(400);
        assertThat(curl.put(CONTROL, "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownPathListsTheKnownOnes() throws Exception {
        assertError(curl.get("/__admin/help"), 404, "GET /__admin/help is none of GET /__admin/health, POST");
        assertError(curl.delete(CONTROL), 404, "an operation has GET and PUT; got DELETE");
        assertError(curl.put("/__admin/operations/", ""), 400, "expected the relative name of an operation");
        assertError(curl.put("/__admin/operations//file.googleapis.com/x", ""), 400, "expected the relative name");
    }

    private void advance(String by) throws Exception {
        assertThat(curl.post("/__admin/time", "{\"advance\": \"" + by + "\"}").statusCode())
                .isEqualTo(200);
    }

    private static void assertError(HttpResponse<String> response, int status, String message) {
        assertThat(response.body()).contains(message);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
