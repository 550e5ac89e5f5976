// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.gax.grpc.GrpcStatusCode;
import com.google.api.gax.rpc.ApiExceptionFactory;
import com.google.api.gax.rpc.ErrorDetails;
import com.google.api.gax.rpc.NotFoundException;
import com.google.api.gax.rpc.ResourceExhaustedException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.Help;
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
import org.junit.jupiter.api.Timeout;

/** Errors of gax as those of Longrun, and back. */
@Timeout(60)
class GaxErrorsTest {
    private final FakeOperationsServer server = FakeOperationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class OfGax {

        /** gax says INVALID_ARGUMENT, as the HTTP status is 400. */
        @Test
        void anErrorOverRestHasTheCodeAndDetailsOfItsResponse() throws Exception {
            server.faults().anywhere().once(Fault.error(Code.FAILED_PRECONDITION, "not now", "TOO_EARLY"));

            ApiException exception = GaxErrors.exception(rejected());

            assertThat(exception).hasMessage("a call of gax failed with FAILED_PRECONDITION (9): not now");
            assertThat(exception.httpStatus()).isEqualTo(400);
            assertThat(exception.hasApiErrorBody()).isTrue();
            assertThat(exception.isRetryable()).isFalse();
            assertThat(exception.errorInfo())
                    .contains(new ErrorInfo("TOO_EARLY", "googleapis.com", Map.of("service", "googleapis.com")));
            assertThat(exception.getCause()).isInstanceOf(com.google.api.gax.rpc.ApiException.class);
        }

        @Test
        void aHintWhenToRetryIsKept() throws Exception {
            server.faults().anywhere().always(Fault.tooManyRequests(Duration.ofSeconds(7)));

            ApiException exception = GaxErrors.exception(rejected());

            assertThat(exception.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(exception.isRetryable()).isTrue();
        }

        @Test
        void aPageOfAProxyIsNoErrorOfTheApi() throws Exception {
            server.faults().anywhere().once(Fault.htmlNotFound());

            ApiException exception = GaxErrors.exception(rejected());

            assertThat(exception.status().code()).isEqualTo(Code.NOT_FOUND);
            assertThat(exception.hasApiErrorBody()).isFalse();
        }

        @Test
        void anErrorOverGrpcHasItsCodeAndDetails() {
            var badRequest = BadRequest.newBuilder()
                    .addFieldViolations(BadRequest.FieldViolation.newBuilder().setField("name"))
                    .build();
            var retryInfo = com.google.rpc.RetryInfo.newBuilder()
                    .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(3))
                    .build();
            var error = ApiExceptionFactory.createException(
                    new IllegalStateException("UNAVAILABLE: busy"),
                    GrpcStatusCode.of(io.grpc.Status.Code.UNAVAILABLE),
                    true,
                    ErrorDetails.builder()
                            .setRawErrorMessages(List.of(Any.pack(badRequest), Any.pack(retryInfo)))
                            .build());

            ApiException exception = GaxErrors.exception(error);

            assertThat(exception.status().code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(exception.status().message()).contains("busy");
            assertThat(exception.httpStatus()).isEqualTo(503);
            assertThat(exception.retryAfter()).contains(Duration.ofSeconds(3));
            assertThat(exception.status().details()).hasSize(2);
        }

        @Test
        void anErrorWithoutDetailsHasNone() {
            Status status = GaxErrors.status(new com.google.api.gax.rpc.ApiException(
                    "no", null, GrpcStatusCode.of(io.grpc.Status.Code.ABORTED), false));

            assertThat(status).isEqualTo(Status.of(Code.ABORTED, "no"));
        }

        private com.google.api.gax.rpc.ApiException rejected() throws Exception {
            try (var filestore = CloudFilestoreManagerClient.create(CloudFilestores.at(server.url()))) {
                return catchThrowableOfType(
                        com.google.api.gax.rpc.ApiException.class,
                        () -> filestore
                                .getHttpJsonOperationsClient()
                                .cancelOperation(CloudFilestores.operation("stuck-x")));
            }
        }
    }

    @Nested
    class OfLongrun {

        @Test
        void aRejectionIsTheExceptionOfItsCode() {
            com.google.api.gax.rpc.ApiException exception = GaxErrors.exception(rejected("unknown"));

            assertThat(exception).isInstanceOf(NotFoundException.class).hasCauseInstanceOf(ApiException.class);
            assertThat(exception.getStatusCode().getCode()).isEqualTo(StatusCode.Code.NOT_FOUND);
            assertThat(exception.getStatusCode().getTransportCode()).isEqualTo(404);
            assertThat(exception.isRetryable()).isFalse();
        }

        @Test
        void theDetailsAreKept() {
            server.faults().anywhere().once(Fault.tooManyRequestsWithRetryInfo(Duration.ofMillis(1500)));

            com.google.api.gax.rpc.ApiException exception = GaxErrors.exception(rejected("done-x"));

            assertThat(exception).isInstanceOf(ResourceExhaustedException.class);
            assertThat(exception.isRetryable()).isTrue();
            assertThat(exception.getReason()).isEqualTo("RATE_LIMIT_EXCEEDED");
            assertThat(exception
                            .getErrorDetails()
                            .getRetryInfo()
                            .getRetryDelay()
                            .getNanos())
                    .isEqualTo(500_000_000);
        }

        @Test
        void detailsOfOtherTypesAreLeftOut() {
            ApiException error = ApiException.builder(
                            "no",
                            new Status(
                                    9,
                                    "no",
                                    List.of(
                                            new UnknownDetail(
                                                    "type.googleapis.com/x.Y",
                                                    "{\"@type\":\"type.googleapis.com/x.Y\"}"),
                                            new UnknownDetail("", "{}"),
                                            new ErrorInfo("R", "d", Map.of()))),
                            400)
                    .build();

            com.google.api.gax.rpc.ApiException exception = GaxErrors.exception(error);

            assertThat(exception.getReason()).isEqualTo("R");
            assertThat(GaxErrors.status(exception).details()).containsExactly(new ErrorInfo("R", "d", Map.of()));
        }

        @Test
        void thereAndBackIsTheSameStatus() {
            ApiException error = ApiException.builder(
                            "no",
                            new Status(
                                    8,
                                    "",
                                    List.of(
                                            new ErrorInfo("R", "d", Map.of("k", "v")),
                                            new RetryInfo(Duration.ofSeconds(2)),
                                            new Help(List.of(new Help.Link("docs", "https://example.com"))))),
                            429)
                    .build();

            ApiException back = GaxErrors.exception(GaxErrors.exception(error));

            assertThat(back.status().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(back.status().details())
                    .containsExactlyInAnyOrderElementsOf(error.status().details());
            assertThat(back.httpStatus()).isEqualTo(429);
        }

        private ApiException rejected(String id) {
            try (OperationsClient operations = OperationsClient.builder()
                    .endpoint(server.url())
                    .withoutCredentials()
                    .callOptions(CallOptions.defaults().withRetry(RetryPolicy.none()))
                    .build()) {
                return catchThrowableOfType(
                        ApiException.class,
                        () -> operations
                                .operations()
                                .get(OperationName.of(CloudFilestores.SERVICE, CloudFilestores.operation(id))));
            }
        }
    }
}
