// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FakeCancelTest {

    private static final String OPERATIONS = "projects/p/locations/l/operations/";
    private static final String NAME = OPERATIONS + "o";

    private final VirtualTime time = VirtualTime.manual();
    private final FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0);
    private final Curl curl = new Curl(server);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancels-500-x   | CANCELLED | \"error\":{\"code\":1,\"message\":\"The operation was cancelled.\"}}",
                "completes-500-x | COMPLETED | \"response\":{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}}",
                "fails-500-x     | FAILED    | \"error\":{\"code\":13,\"message\":\"The operation failed.\"}}",
                "noresult-500-x  | NO_RESULT | \"done\":true}",
            })
    void anAcceptedCancelEndsAsTheIdSays(String id, TerminalState ending, String tail) throws Exception {
        HttpResponse<String> accepted = curl.post("/v1/" + OPERATIONS + id + ":cancel");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.body()).isEqualTo("{}");

        time.advance(Duration.ofMillis(499));
        assertThat(curl.get("/v1/" + OPERATIONS + id).body()).doesNotContain("done");
        time.advance(Duration.ofMillis(1));
        assertThat(curl.get("/v1/" + OPERATIONS + id).body())
                .contains("\"done\":true")
                .endsWith(tail);
        assertThat(server.operationRecord(OPERATIONS + id).state().terminalState())
                .contains(ending);
    }

    @Test
    void aStuckOperationAcceptsAndRunsOn() throws Exception {
        server.operation(OPERATIONS + "stuck-x").metadata(Metadata.common("update", "projects/p"));
        assertThat(curl.post("/v1/" + OPERATIONS + "stuck-x:cancel").statusCode())
                .isEqualTo(200);
        time.advance(Duration.ofDays(365));

        assertThat(curl.get("/v1/" + OPERATIONS + "stuck-x").body()).contains("\"cancelRequested\":true");
        assertThat(server.operationRecord(OPERATIONS + "stuck-x").done()).isFalse();
    }

    @Test
    void aRefusalIsAFailedPrecondition() throws Exception {
        HttpResponse<String> answer = curl.post("/v1/" + OPERATIONS + "refuses-x:cancel");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"status\":\"FAILED_PRECONDITION\"", "\"reason\":\"OPERATION_NOT_CANCELLABLE\"")
                .contains("Operation '" + OPERATIONS + "refuses-x' does not support cancellation");
    }

    @Test
    void anUnsupportedCancelIsUnimplementedOrHidden() throws Exception {
        HttpResponse<String> json = curl.post("/v1/" + OPERATIONS + "unsupported-x:cancel");
        assertThat(json.statusCode()).isEqualTo(501);
        assertThat(json.body()).contains("\"status\":\"UNIMPLEMENTED\"");

        server.operation(NAME).cancelReturnsHtml404();
        HttpResponse<String> html = curl.post("/v1/" + NAME + ":cancel");
        assertThat(html.statusCode()).isEqualTo(404);
        assertThat(html.body()).contains("<code>/v1/" + NAME + ":cancel</code>");
    }

    @Test
    void aCancelOfWhatIsDoneComesTooLate() throws Exception {
        HttpResponse<String> answer = curl.post("/v1/" + OPERATIONS + "done-x:cancel");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Operation '" + OPERATIONS + "done-x' is already done");
    }

    @Test
    void aRepeatedCancelIsAcceptedAndCounted() throws Exception {
        server.operation(NAME).cancelsAfter(Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThat(curl.post("/v1/" + NAME + ":cancel").statusCode()).isEqualTo(200);
        }

        assertThat(server.operationRecord(NAME).cancelRequests()).isEqualTo(3);
    }

    @Test
    void aScriptCanChangeWhileTheOperationRuns() throws Exception {
        server.operation(NAME).rejectsCancel();
        curl.post("/v1/" + NAME + ":cancel");
        server.operation(NAME).failsAnywayAfter(Duration.ofSeconds(1));
        curl.post("/v1/" + NAME + ":cancel");
        time.advance(Duration.ofSeconds(1));

        assertThat(server.operationRecord(NAME).state().terminalState()).contains(TerminalState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { } ", "{\"name\":\"" + NAME + "\"}", "{ \"name\": \"" + NAME + "\" }\n"})
    void theBodyMayRepeatTheName(String body) throws Exception {
        server.operation(NAME);

        assertThat(curl.post("/v1/" + NAME + ":cancel", body).statusCode()).isEqualTo(200);
        assertThat(server.operationRecord(NAME).cancelRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":1}", "{\"force\":true}", "{\"name\":\"o\",\"force\":true}", "[]", "now", "{"})
    void theBodyMustNotSayMore(String body) throws Exception {
        server.operation(NAME);

        HttpResponse<String> answer = curl.post("/v1/" + NAME + ":cancel", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("The body of a cancel must be empty, {} or an object of texts with no other fields than"
                        + " [name]; got " + body.replace("\"", "\\\""));
        assertThat(server.operationRecord(NAME).cancelRequests()).isZero();
    }

    @Test
    void anOddVerbIsServedAsDocumented() throws Exception {
        assertThat(curl.get("/v1beta1/projects/p/operations/cancels-0-x:cancel").body())
                .isEqualTo("{}");

        assertThat(server.operationRecord("projects/p/operations/cancels-0-x")
                        .state()
                        .terminalState())
                .contains(TerminalState.CANCELLED);
    }
}
