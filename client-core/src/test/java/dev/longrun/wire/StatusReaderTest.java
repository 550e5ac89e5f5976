// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail.BadRequest;
import dev.longrun.error.StatusDetail.DebugInfo;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.Help;
import dev.longrun.error.StatusDetail.LocalizedMessage;
import dev.longrun.error.StatusDetail.PreconditionFailure;
import dev.longrun.error.StatusDetail.QuotaFailure;
import dev.longrun.error.StatusDetail.RequestInfo;
import dev.longrun.error.StatusDetail.ResourceInfo;
import dev.longrun.error.StatusDetail.RetryInfo;
import dev.longrun.error.StatusDetail.UnknownDetail;
import dev.longrun.json.Fixture;
import dev.longrun.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {

    private static final String OPERATION = "projects/acme/locations/us-central1/operations/operation-17";

    @Nested
    class AnErrorBody {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "service-disabled.json    | PERMISSION_DENIED (7): The API has not been used before.",
                    "rate-limit.json          | RESOURCE_EXHAUSTED (8): Quota exceeded for 'Read requests'.",
                    "failed-precondition.json | FAILED_PRECONDITION (9): The operation cannot be cancelled.",
                    "bad-request.json         | INVALID_ARGUMENT (3): Invalid resource field value in the request.",
                    "internal.json            | INTERNAL (13): Internal error encountered.",
                    "unknown-details.json     | ABORTED (10): Busy.",
                    "older-rate-limit.json    | PERMISSION_DENIED (7): Rate Limit Exceeded",
                    "wrapped-in-array.json    | UNAVAILABLE (14): The service is currently unavailable."
                },
                quoteCharacter = '~')
        void tellsCodeAndMessage(String file, String described) {
            assertThat(read(file).describe()).isEqualTo(described);
        }

        @Test
        void carriesHelpAndErrorInfo() {
            String url =
                    "https://console.developers.google.com/apis/api/file.googleapis.com/overview?project=123456789012";

            assertThat(read("service-disabled.json").details())
                    .containsExactly(
                            new Help(List.of(new Help.Link("Google developers console API activation", url))),
                            new ErrorInfo(
                                    "SERVICE_DISABLED",
                                    "googleapis.com",
                                    Map.of("consumer", "projects/123456789012", "service", "file.googleapis.com")));
        }

        @Test
        void carriesRetryInfoAndQuotaFailure() {
            Status status = read("rate-limit.json");

            assertThat(status.detail(RetryInfo.class)).contains(new RetryInfo(Duration.ofMillis(37_250)));
            assertThat(status.detail(QuotaFailure.class).orElseThrow().violations())
                    .containsExactly(
                            new QuotaFailure.Violation(
                                    "project:acme",
                                    "Read requests per minute",
                                    "dataplex.googleapis.com",
                                    "dataplex.googleapis.com/read_requests",
                                    "ReadRequestsPerMinutePerProject",
                                    Map.of("location", "us-central1"),
                                    600,
                                    1200),
                            new QuotaFailure.Violation("user:anyone", "", "", "", "", Map.of(), 0, 0));
        }

        @Test
        void carriesPreconditionFailure() {
            assertThat(read("failed-precondition.json").details())
                    .containsExactly(new PreconditionFailure(List.of(new PreconditionFailure.Violation(
                            "STATE", OPERATION, "The operation has passed the point of no return."))));
        }

        @Test
        void carriesBadRequestRequestInfoAndLocalizedMessage() {
            assertThat(read("bad-request.json").details())
                    .containsExactly(
                            new BadRequest(List.of(
                                    new BadRequest.FieldViolation(
                                            "name",
                                            "Invalid operation name",
                                            "MALFORMED_NAME",
                                            new LocalizedMessage("fr-CH", "Le nom de l’opération n’est pas valable")),
                                    new BadRequest.FieldViolation(
                                            "pageSize", "must be positive", "", new LocalizedMessage("", "")))),
                            new RequestInfo("4b2f-99", "AB=="),
                            new LocalizedMessage("en-US", "That name is not valid"));
        }

        @Test
        void carriesResourceInfo() {
            assertThat(read("not-found.json").details())
                    .containsExactly(new ResourceInfo(
                            "google.longrunning.Operation", OPERATION, "project:acme", "It may have been deleted."));
        }

        @Test
        void carriesDebugInfo() {
            assertThat(read("internal.json").details())
                    .containsExactly(
                            new DebugInfo(List.of("frame 1", "frame 2"), "[ORIGINAL ERROR] generic::internal"));
        }

        @Test
        void keepsDetailsThatItCannotReadWordForWord() {
            assertThat(read("unknown-details.json").details())
                    .containsExactly(
                            new UnknownDetail(
                                    "type.googleapis.com/google.cloud.filestore.v1.Busy",
                                    "{\"@type\": \"type.googleapis.com/google.cloud.filestore.v1.Busy\", "
                                            + "\"until\": {\"seconds\": \"17\"}}"),
                            new UnknownDetail("", "{\"hint\": \"no type\"}"),
                            new UnknownDetail(
                                    "type.googleapis.com/google.rpc.RetryInfo",
                                    "{\"@type\": \"type.googleapis.com/google.rpc.RetryInfo\", "
                                            + "\"retryDelay\": \"soon\"}"));
        }

        @Test
        void ofAnOlderApiGivesItsReasonAsErrorInfo() {
            assertThat(read("older-rate-limit.json").details())
                    .containsExactly(new ErrorInfo("rateLimitExceeded", "usageLimits", Map.of()));
        }

        private Status read(String file) {
            return StatusReader.errorBody(Fixture.bytes(file)).orElseThrow();
        }
    }

    @Nested
    class TheCodeOfAnErrorBody {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'code': 400, 'status': 'FAILED_PRECONDITION'} | 400 | FAILED_PRECONDITION",
                    "{'code': 409, 'status': 'ALREADY_EXISTS'}      | 409 | ALREADY_EXISTS",
                    "{'code': 409, 'status': 'NEW_IN_2030'}         | 409 | ABORTED",
                    "{'code': 409}                                  | 500 | ABORTED",
                    "{'code': '404'}                                | 500 | NOT_FOUND",
                    "{'code': 5}                                    | 404 | NOT_FOUND",
                    "{'code': 16, 'message': 'm'}                   | 401 | UNAUTHENTICATED",
                    "{'code': 0, 'message': 'm'}                    | 403 | PERMISSION_DENIED",
                    "{'code': 99999999999}                          | 429 | RESOURCE_EXHAUSTED",
                    "{'message': 'm'}                               | 503 | UNAVAILABLE",
                    "{'message': 'm'}                               | 200 | UNKNOWN"
                },
                quoteCharacter = '~')
        void isTheNameThenTheNumberThenTheHttpStatus(String error, int httpStatus, Code code) {
            byte[] body = ("{'error': " + error + "}").replace('\'', '"').getBytes(UTF_8);

            assertThat(StatusReader.errorBody(body, httpStatus).orElseThrow().code())
                    .isSameAs(code);
        }

        @Test
        void isUnknownWhenNothingTellsIt() {
            byte[] body = "{\"error\":{\"message\":\"m\"}}".getBytes(UTF_8);

            assertThat(StatusReader.errorBody(body).orElseThrow()).isEqualTo(Status.of(Code.UNKNOWN, "m"));
        }
    }

    @Nested
    class NoErrorBody {

        @ParameterizedTest
        @ValueSource(strings = {"oauth.json", "proxy-404.html"})
        void isFoundIn(String file) {
            assertThat(StatusReader.errorBody(Fixture.bytes(file))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "[]",
                    "[[]]",
                    "[1]",
                    "{}",
                    "{\"error\":null}",
                    "{\"error\":{}}",
                    "{\"error\":[]}",
                    "{\"error\":{\"code\":404",
                    "[{\"error\":{\"code\":404}}",
                    "\u0000",
                    "upstream connect error"
                })
        void isFoundInText(String body) {
            assertThat(StatusReader.errorBody(body.getBytes(UTF_8))).isEmpty();
        }
    }

    @Nested
    class AnOperationsStatus {

        @Test
        void isReadFromItsCanonicalNumber() {
            JsonObject operation = JsonObject.parse(Fixture.bytes("operation.json"));

            assertThat(StatusReader.status(operation.object("error").orElseThrow()))
                    .isEqualTo(Status.of(Code.CANCELLED, "Cancelled by user \"ann\"."));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'code': 42, 'message': 'm'}   | UNKNOWN (42): m",
                    "{'code': '13'}                 | INTERNAL (13)",
                    "{'code': 0}                    | OK (0)",
                    "{'message': 'm'}               | UNKNOWN (2): m",
                    "{'code': 'x', 'message': 5}    | UNKNOWN (2)",
                    "{'code': 5000000000}           | UNKNOWN (2)",
                    "{'code': 403, 'status': 'PERMISSION_DENIED'} | PERMISSION_DENIED (7)",
                    "{'code': 499, 'status': 'CANCELLED'} | UNKNOWN (499)",
                    "{'code': 13, 'status': 'CANCELLED'}  | INTERNAL (13)",
                    "{'status': 'CANCELLED'}        | UNKNOWN (2)",
                    "{}                             | UNKNOWN (2)"
                },
                quoteCharacter = '~')
        void isReadForgivingly(String json, String described) {
            assertThat(StatusReader.status(JsonObject.parse(json.replace('\'', '"')))
                            .describe())
                    .isEqualTo(described);
        }
    }
}
