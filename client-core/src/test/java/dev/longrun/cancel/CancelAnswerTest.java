// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelAnswer.Lost;
import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelAnswer.TurnedAway;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.NotSentException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreadableResponseException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "FAILED_PRECONDITION, 400, true,  THIS_ONE",
        "INVALID_ARGUMENT,    400, true,  THIS_ONE",
        "ABORTED,             409, true,  THIS_ONE",
        "UNIMPLEMENTED,       501, true,  NO_METHOD",
        "UNIMPLEMENTED,       400, true,  NO_METHOD",
        "UNKNOWN,             501, false, NO_METHOD",
        "UNIMPLEMENTED,       501, false, NO_METHOD",
        "UNKNOWN,             405, false, NO_METHOD",
        "NOT_FOUND,           404, false, NO_METHOD",
        "NOT_FOUND,           404, true,  NO_OPERATION",
    })
    void refusalsAreSortedByWhatTheyLeaveToFindOut(Code code, int http, boolean structured, Refused.Kind kind) {
        assertThat(CancelAnswer.of(api(code, http, structured)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 503",
        "INTERNAL, 500",
        "DEADLINE_EXCEEDED, 504",
        "UNKNOWN, 502",
        "CANCELLED, 499",
        "UNKNOWN, 418"
    })
    void anErrorOfTheServersOwnMayHaveComeAfterTheDeed(Code code, int http) {
        assertThat(CancelAnswer.of(api(code, http, true))).isInstanceOf(Lost.class);
    }

    @Test
    void aLostOrUnreadableAnswerIsLost() {
        assertThat(CancelAnswer.of(new NoResponseException("reset"))).isInstanceOf(Lost.class);
        assertThat(CancelAnswer.of(new UnreadableResponseException("a page"))).isInstanceOf(Lost.class);
    }

    @Test
    void whatIsKnownOfTheRequestGoesIntoTheEvidence() {
        assertThat(new CancelAnswer.Accepted().request()).isEqualTo(RequestStatus.ACCEPTED);
        assertThat(new CancelAnswer.Accepted().requestIds()).isEmpty();

        CancelAnswer refused = CancelAnswer.of(withId(Code.FAILED_PRECONDITION, 400));
        assertThat(refused.request()).isEqualTo(RequestStatus.REJECTED);
        assertThat(refused.requestIds()).containsExactly("r-1");

        CancelAnswer lost = CancelAnswer.of(withId(Code.INTERNAL, 500));
        assertThat(lost.request()).isEqualTo(RequestStatus.AMBIGUOUS);
        assertThat(lost.requestIds()).containsExactly("r-1");
        assertThat(CancelAnswer.of(new NoResponseException("reset")).requestIds())
                .isEmpty();

        assertThat(CancelAnswer.of(withId(Code.PERMISSION_DENIED, 403)).request())
                .isEqualTo(RequestStatus.NOT_SENT);
    }

    private static ApiException withId(Code code, int http) {
        return ApiException.builder("no", Status.of(code, "no"), http)
                .requestId(Optional.of("r-1"))
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = {"PERMISSION_DENIED", "UNAUTHENTICATED", "RESOURCE_EXHAUSTED"})
    void whereNothingWasAskedForTheRequestWasTurnedAway(Code code) {
        LongrunException failure = api(code, code.httpStatus(), true);
        assertThat(CancelAnswer.of(failure)).isEqualTo(new TurnedAway(failure, code == Code.RESOURCE_EXHAUSTED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestThatWasNeverSentWasTurnedAwayForAsLongAsItsCauseLasts(boolean retryable) {
        LongrunException failure = new NotSentException("no connection", new IOException("refused"), retryable);
        assertThat(CancelAnswer.of(failure)).isEqualTo(new TurnedAway(failure, retryable));
    }

    private static ApiException api(Code code, int http, boolean structured) {
        return ApiException.builder("no", Status.of(code, "no"), http)
                .hasApiErrorBody(structured)
                .build();
    }
}
