// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelResponse.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancelResponseTest {

    @ParameterizedTest
    @CsvSource({
        "FAILED_PRECONDITION, 400, true,  REJECTED",
        "INVALID_ARGUMENT,    400, true,  REJECTED",
        "ABORTED,             409, true,  REJECTED",
        "FAILED_PRECONDITION, 412, true,  REJECTED",
        "UNIMPLEMENTED,       501, true,  NO_METHOD",
        "UNIMPLEMENTED,       400, true,  NO_METHOD",
        "UNKNOWN,             501, false, NO_METHOD",
        "UNKNOWN,             405, false, NO_METHOD",
        "NOT_FOUND,           404, false, NO_METHOD",
        "NOT_FOUND,           404, true,  NO_OPERATION",
        "PERMISSION_DENIED,   403, true,  DENIED",
        "UNAUTHENTICATED,     401, true,  DENIED",
        "RESOURCE_EXHAUSTED,  429, true,  RETRY_LATER",
        "UNKNOWN,             429, false, RETRY_LATER",
        "UNAVAILABLE,         503, true,  AMBIGUOUS",
        "INTERNAL,            500, true,  AMBIGUOUS",
        "DEADLINE_EXCEEDED,   504, true,  AMBIGUOUS",
        "DEADLINE_EXCEEDED,   408, true,  AMBIGUOUS",
        "UNKNOWN,             502, false, AMBIGUOUS",
        "CANCELLED,           499, true,  AMBIGUOUS",
        "UNKNOWN,             418, true,  AMBIGUOUS",
    })
    void ofTheService(Code code, int httpStatus, boolean hasApiErrorBody, Kind kind) {
        ApiException failure = ApiException.builder("no", Status.of(code, "no"), httpStatus)
                .hasApiErrorBody(hasApiErrorBody)
                .build();
        assertThat(CancelResponse.of(failure).kind()).isEqualTo(kind);
        assertThat(CancelResponse.of(failure).cause()).isSameAs(failure);
    }

    @Test
    void withoutAFailureIsAccepted() {
        assertThat(CancelResponse.of(null).kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(CancelResponse.of(null).cause()).isNull();
    }

    @Test
    void thatDidNotComeOrCannotBeReadIsAmbiguous() {
        assertThat(CancelResponse.of(new NoResponseException("reset")).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(CancelResponse.of(new DeadlineExceededException("late")).kind())
                .isEqualTo(Kind.AMBIGUOUS);
        assertThat(CancelResponse.of(new UnreadableResponseException("a page")).kind())
                .isEqualTo(Kind.AMBIGUOUS);
    }

    @Test
    void ofARequestThatWasNotSentTellsWhetherALaterOneMayBe() {
        assertThat(CancelResponse.of(new UnreachableException("no connection")).kind())
                .isEqualTo(Kind.RETRY_LATER);
        assertThat(CancelResponse.of(new ConfigurationException("no credentials"))
                        .kind())
                .isEqualTo(Kind.DENIED);
    }

    @Test
    void tellsHowLongToWaitAndWhatTheAttemptBeforeMayHaveDone() {
        CancelResponse response =
                CancelResponse.of(ApiException.builder("no", Status.of(Code.RESOURCE_EXHAUSTED, "no"), 429)
                        .retryAfter(Optional.of(Duration.ofSeconds(3)))
                        .earlierAttemptAmbiguous(true)
                        .build());
        assertThat(response.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(response.earlierAttemptAmbiguous()).isTrue();
        assertThat(CancelResponse.of(new NoResponseException("reset")).retryAfter())
                .isEmpty();
    }
}
