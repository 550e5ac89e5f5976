// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelAnswer.Accepted;
import dev.longrun.cancel.CancelAnswer.Lost;
import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelAnswer.TurnedAway;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AskAgainTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PLENTY = Duration.ofMinutes(2);
    private static final CancelAnswer LOST = new Lost(new NoResponseException("reset"));

    static List<CancelAnswer> answersThatSettleIt() {
        Status no = Status.of(Code.FAILED_PRECONDITION, "no");
        return List.of(
                new Accepted(),
                new Refused(Refused.Kind.THIS_ONE, no, Optional.empty()),
                new TurnedAway(tooFast(Optional.empty()), false));
    }

    @ParameterizedTest
    @MethodSource("answersThatSettleIt")
    void nothingIsAskedTwiceThatWasAnswered(CancelAnswer answer) {
        assertThat(AskAgain.after(answer, 1, PAUSE, PLENTY)).isEmpty();
    }

    @Test
    void aLostRequestIsPutAgain() {
        assertThat(AskAgain.after(LOST, 1, PAUSE, PLENTY)).contains(PAUSE);
    }

    @Test
    void soIsOneThatCameTooFast() {
        assertThat(AskAgain.after(new TurnedAway(tooFast(Optional.empty()), true), 1, PAUSE, PLENTY))
                .contains(PAUSE);
    }

    @Test
    void theServersWishToWaitLongerIsKept() {
        var answer = new TurnedAway(tooFast(Optional.of(Duration.ofSeconds(30))), true);
        assertThat(AskAgain.after(answer, 1, PAUSE, PLENTY)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aWishThatIsLongerThanTheTimeEndsTheAsking() {
        var answer = new TurnedAway(tooFast(Optional.of(Duration.ofHours(1))), true);
        assertThat(AskAgain.after(answer, 1, PAUSE, PLENTY)).isEmpty();
    }

    @Test
    void eightRequestsAreEnough() {
        assertThat(AskAgain.after(LOST, 7, PAUSE, PLENTY)).contains(PAUSE);
        assertThat(AskAgain.after(LOST, 8, PAUSE, PLENTY)).isEmpty();
    }

    @Test
    void theTimeForReadingIsNotSpentOnAsking() {
        assertThat(AskAgain.after(LOST, 1, PAUSE, PAUSE)).isEmpty();
    }

    private static ApiException tooFast(Optional<Duration> retryAfter) {
        Status status = Status.of(Code.RESOURCE_EXHAUSTED, "too many requests");
        return ApiException.builder("too many requests", status, 429)
                .retryAfter(retryAfter)
                .build();
    }
}
