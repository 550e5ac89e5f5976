// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.RetryInfo;
import dev.longrun.error.StatusDetail.UnknownDetail;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoogleJsonErrorsTest {
    private final FakeOperationsServer server = FakeOperationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class OfGoogleApiClient {

        @Test
        void anErrorKeepsItsCodeAndDetails() {
            server.faults().anywhere().once(Fault.error(Code.FAILED_PRECONDITION, "not now", "TOO_EARLY"));

            ApiException exception = GoogleJsonErrors.exception(rejected());

            assertThat(exception)
                    .hasMessage("a call of google-api-client failed with FAILED_PRECONDITION (9): not now;"
                            + " the cause has the URL");
            assertThat(exception.httpStatus()).isEqualTo(400);
            assertThat(exception.hasApiErrorBody()).isTrue();
            assertThat(exception.errorInfo())
                    .contains(new ErrorInfo("TOO_EARLY", "googleapis.com", Map.of("service", "googleapis.com")));
            assertThat(exception.getCause())
                    .isInstanceOf(GoogleJsonResponseException.class)
                    .hasMessageContaining(server.url());
        }

        @Test
        void aHintWhenToRetryIsKept() {
            server.faults().anywhere().once(Fault.unavailable(Duration.ofSeconds(7)));

            assertThat(GoogleJsonErrors.exception(rejected()).retryAfter()).contains(Duration.ofSeconds(7));
        }

        @Test
        void aPageOfAProxyIsNoGoogleError() {
            server.faults().anywhere().once(Fault.htmlBadGateway());

            ApiException exception = GoogleJsonErrors.exception(rejected());

            assertThat(exception.hasApiErrorBody()).isFalse();
            assertThat(exception.status().describe())
                    .isEqualTo("UNAVAILABLE (14): HTTP 502 without a Google JSON error");
        }

        private GoogleJsonResponseException rejected() {
            return catchThrowableOfType(
                    GoogleJsonResponseException.class,
                    () -> GeneratedDataplex.at(server.url())
                            .projects()
                            .locations()
                            .operations()
                            .get(GeneratedDataplex.operation("done-x"))
                            .execute());
        }
    }

    @Nested
    class OfLongrun {

        @Test
        void anExceptionIsOneOfGoogleApiClient() {
            server.faults().anywhere().once(Fault.tooManyRequests(Duration.ofSeconds(7)));
            ApiException rejection = rejected();

            GoogleJsonResponseException exception = GoogleJsonErrors.exception(rejection);

            assertThat(exception).hasMessage(rejection.getMessage()).hasCause(rejection);
            assertThat(exception.getStatusCode()).isEqualTo(429);
            assertThat(exception.getHeaders().getRetryAfter()).isEqualTo("7");
            assertThat(exception.getDetails().getMessage()).isEqualTo("Too many requests.");
            assertThat(exception.getDetails().get("status")).isEqualTo("RESOURCE_EXHAUSTED");
            assertThat(exception.getDetails().getDetails())
                    .extracting(GoogleJsonError.Details::getReason)
                    .containsExactly("RATE_LIMIT_EXCEEDED");
        }

        @Test
        void detailsOfEveryKindComeThroughBothWays() {
            List<StatusDetail> details = List.of(
                    new ErrorInfo("R", "d.example", Map.of("k", "v")),
                    new RetryInfo(Duration.ofMillis(1500)),
                    new UnknownDetail(
                            "type.googleapis.com/x.Y",
                            "{\"@type\":\"type.googleapis.com/x.Y\",\"a\":{\"b\":[1,true]}}"));
            Status status = new Status(Code.ABORTED.number(), "again", details);

            GoogleJsonError error = GoogleJsonErrors.error(status);

            assertThat(error.getCode()).isEqualTo(409);
            assertThat(GoogleJsonErrors.status(error)).isEqualTo(status);
        }

        private ApiException rejected() {
            try (OperationsClient client = OperationsClient.builder()
                    .endpoint(server.url())
                    .withoutCredentials()
                    .callOptions(CallOptions.defaults().withRetry(RetryPolicy.none()))
                    .build()) {
                OperationName name = OperationName.of(GeneratedDataplex.SERVICE, GeneratedDataplex.operation("done-x"));
                return catchThrowableOfType(
                        ApiException.class, () -> client.operations().get(name));
            }
        }
    }

    @Test
    void anErrorOfAnOlderApiGetsItsCodeFromTheHttpStatus() {
        GoogleJsonError error = new GoogleJsonError();
        error.setCode(403);
        error.setMessage("no");

        assertThat(GoogleJsonErrors.status(error)).isEqualTo(Status.of(Code.PERMISSION_DENIED, "no"));
    }
}
