// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LongrunExceptionTest {

    private static final List<StatusDetail> EVERY_DETAIL = List.of(
            new ErrorInfo("RATE_LIMIT_EXCEEDED", "googleapis.com", Map.of("service", "file.googleapis.com")),
            new RetryInfo(Duration.ofSeconds(7)),
            new DebugInfo(List.of("a", "b"), "detail"),
            new QuotaFailure(List.of(new QuotaFailure.Violation(
                    "project:acme", "", "file.googleapis.com", "m", "q", Map.of("region", "us-central1"), 10, 20))),
            new PreconditionFailure(List.of(new PreconditionFailure.Violation("TOS", "google.com/cloud", "accept"))),
            new BadRequest(List.of(
                    new BadRequest.FieldViolation("name", "too long", "LENGTH", new LocalizedMessage("fr", "trop")))),
            new RequestInfo("req-1", "opaque"),
            new ResourceInfo("type", "name", "owner", "description"),
            new Help(List.of(new Help.Link("read", "https://cloud.google.com"))),
            new LocalizedMessage("fr-CH", "non"),
            new UnknownDetail("type.googleapis.com/acme.Reason", "{}"));

    private static ApiException apiException(Optional<String> requestId, Optional<Duration> retryAfter) {
        return ApiException.builder("refused", new Status(8, "slow down", EVERY_DETAIL), 429)
                .requestId(requestId)
                .retryAfter(retryAfter)
                .build();
    }

    @Nested
    class AnApiException {

        @Test
        void prefersTheHeadersOfTheAnswer() {
            ApiException e = apiException(Optional.of("header-1"), Optional.of(Duration.ofSeconds(3)));

            assertThat(e.requestId()).contains("header-1");
            assertThat(e.retryAfter()).contains(Duration.ofSeconds(3));
        }

        @Test
        void fallsBackOnTheDetailsOfTheStatus() {
            ApiException e = apiException(Optional.empty(), Optional.empty());

            assertThat(e.requestId()).contains("req-1");
            assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(e.errorInfo().orElseThrow().reason()).isEqualTo("RATE_LIMIT_EXCEEDED");
        }

        @Test
        void hasNoHintsWhenTheServerGaveNone() {
            ApiException e = ApiException.builder("refused", Status.of(Code.NOT_FOUND, ""), 404)
                    .hasApiErrorBody(false)
                    .build();

            assertThat(e.requestId()).isEmpty();
            assertThat(e.retryAfter()).isEmpty();
            assertThat(e.errorInfo()).isEmpty();
            assertThat(e.hasApiErrorBody()).isFalse();
        }
    }

    @Test
    void apiExceptionWithEveryDetailSurvivesSerialization() throws Exception {
        ApiException read = copy(apiException(Optional.of("id"), Optional.of(Duration.ofSeconds(1))));

        assertThat(read).hasMessage("refused");
        assertThat(read.status()).isEqualTo(new Status(8, "slow down", EVERY_DETAIL));
        assertThat(read.httpStatus()).isEqualTo(429);
        assertThat(read.hasApiErrorBody()).isTrue();
        assertThat(read.requestId()).contains("id");
        assertThat(read.retryAfter()).contains(Duration.ofSeconds(1));
    }

    @Test
    void theOthersKeepMessageAndCause() {
        IOException cause = new IOException("connection refused");

        assertThat(new ConfigurationException("closed")).hasMessage("closed").hasNoCause();
        assertThat(new ConfigurationException("no credentials", cause)).hasCause(cause);
        assertThat(new UnreachableException("no connection", cause)).hasCause(cause);
        assertThat(new DeadlineExceededException("late", cause)).hasCause(cause);
        assertThat(new NoResponseException("gone", cause)).hasMessage("gone").hasCause(cause);
        assertThat(new UnreadableResponseException("HTML", cause)).hasCause(cause);
    }

    @Test
    void everyFormIsALongrunException() {
        assertThat(LongrunException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        ConfigurationException.class,
                        UnreachableException.class,
                        DeadlineExceededException.class,
                        NoResponseException.class,
                        ApiException.class,
                        UnreadableResponseException.class);
    }

    @Test
    void theClassSaysWhetherTheRequestMayHaveTakenEffectAndWhetherToTryAgain() {
        assertFate(new ConfigurationException("closed"), false, false);
        assertFate(new UnreachableException("no connection"), false, true);
        assertFate(new NoResponseException("reset"), true, true);
        assertFate(new DeadlineExceededException("late"), true, true);
        assertFate(new UnreadableResponseException("HTML"), true, false);
        assertFate(rejected(Code.NOT_FOUND), false, false);
        assertFate(rejected(Code.RESOURCE_EXHAUSTED), false, true);
        assertFate(rejected(Code.UNAVAILABLE), true, true);
        assertFate(rejected(Code.INTERNAL), true, false);
        assertFate(rejected(Code.UNIMPLEMENTED), false, false);
        ApiException repeated = ApiException.builder("gone", Status.of(Code.NOT_FOUND, ""), 404)
                .earlierAttemptAmbiguous(true)
                .build();
        assertFate(repeated, true, false);
    }

    private static ApiException rejected(Code code) {
        return ApiException.builder("no", Status.of(code, ""), code.httpStatus())
                .build();
    }

    private static void assertFate(LongrunException failure, boolean mayHaveTakenEffect, boolean isRetryable) {
        assertThat(failure.mayHaveTakenEffect()).isEqualTo(mayHaveTakenEffect);
        assertThat(failure.isRetryable()).isEqualTo(isRetryable);
    }

    private static ApiException copy(ApiException e) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ApiException) in.readObject();
        }
    }
}
