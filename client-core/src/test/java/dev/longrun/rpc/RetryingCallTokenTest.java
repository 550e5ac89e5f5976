// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.auth.TokenSource;
import dev.longrun.call.AttemptEvent;
import dev.longrun.error.ApiException;
import org.junit.jupiter.api.Test;

/** The tokens of one call, and what becomes of a token that the service rejects. */
class RetryingCallTokenTest extends RetryingCallFixture {

    @Test
    void thatWasRefusedIsRenewedOnce() {
        transport.answers(UNAUTHENTICATED).answers(Calls.answer(200, "{}"));
        RetryingCall call = call();
        assertThat(attempt(call)).isZero();
        assertThat(attempt(call)).isNull();
        assertThat(call.response()).isNotNull();
        assertThat(tokens.refused).containsExactly(NumberedTokens.header(1));
        assertThat(transport.sent.get(1).headers()).containsEntry("Authorization", "Bearer 2");
    }

    @Test
    void thatWasRenewedIsNotRenewedAgainEvenAfterOtherFailures() {
        transport.answers(UNAUTHENTICATED).answers(UNAVAILABLE).answers(UNAUTHENTICATED);
        RetryingCall call = call();
        attempt(call);
        attempt(call);
        assertThat(failureOf(call)).isInstanceOf(ApiException.class);
        assertThat(tokens.refused).hasSize(1);
    }

    @Test
    void thatDoesNotExistIsNotRenewed() {
        transport.answers(UNAUTHENTICATED);
        assertThat(failureOf(call(TokenSource.none(), events::add))).isInstanceOf(ApiException.class);
    }

    @Test
    void thatCannotBeHadMeansThatNothingWasSent() {
        TokenSource broken = new BrokenTokens();
        assertThat(attempt(call(broken, events::add))).isNotNull();
        assertThat(transport.sent).isEmpty();
        assertThat(events).singleElement().extracting(AttemptEvent::problem).isEqualTo("no token");
    }
}
