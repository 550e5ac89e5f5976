// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.ResponseTooLargeException;
import dev.longrun.rpc.RetryDecision.Reason;
import dev.longrun.rpc.RetryDecision.RetryAfter;
import dev.longrun.rpc.RetryDecision.Stop;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDeciderTest {
    private static final Duration PAUSE = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void transientHttpStatusesAreRetriedAfterOurOwnPause(int status) {
        assertThat(decide(refused(status, Code.ofHttpStatus(status)), situation()))
                .isEqualTo(new RetryAfter(PAUSE, false, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void transientHttpStatusesAreRetriedWhateverTheBodySays(int status) {
        assertThat(decide(refused(status, Code.INTERNAL), situation())).isEqualTo(new RetryAfter(PAUSE, false, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 500, 501})
    void otherStatusesAreNot(int status) {
        assertThat(decide(refused(status, Code.ofHttpStatus(status)), situation()))
                .isEqualTo(new Stop(Reason.PERMANENT));
    }

    @Test
    void aQuotaRefusalDressedAs403IsRetried() {
        assertThat(decide(refused(403, Code.RESOURCE_EXHAUSTED), situation()))
                .isEqualTo(new RetryAfter(PAUSE, false, false));
    }

    @Test
    void theFirst401RenewsTheTokenAtOnceAndTheSecondIsFinal() {
        AttemptResult attempt = refused(401, Code.UNAUTHENTICATED);
        var stale = context(1, Duration.ofSeconds(30), true, true);
        var renewed = context(2, Duration.ofSeconds(30), true, false);
        assertThat(decide(attempt, stale)).isEqualTo(new RetryAfter(Duration.ZERO, true, false));
        assertThat(decide(attempt, renewed)).isEqualTo(new Stop(Reason.PERMANENT));
    }

    @ParameterizedTest
    @MethodSource
    void unansweredRequestsAreRetriedUnlessThatCannotHelp(IOException cause, boolean retried) {
        RetryDecision decision = decide(AttemptResult.of(cause), situation());
        assertThat(decision).isEqualTo(retried ? new RetryAfter(PAUSE, false, false) : new Stop(Reason.PERMANENT));
    }

    static Stream<Arguments> unansweredRequestsAreRetriedUnlessThatCannotHelp() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), true),
                Arguments.of(new IOException("unexpected end of stream"), true),
                Arguments.of(new SocketTimeoutException("stalled"), true),
                Arguments.of(new CredentialsException("token server is slow", true), true),
                Arguments.of(new CredentialsException("no credentials", false), false),
                Arguments.of(new SSLHandshakeException("unknown authority"), false),
                Arguments.of(new SSLPeerUnverifiedException("another host"), false),
                Arguments.of(new UnknownHostException("no such host"), true),
                Arguments.of(new SocketTimeoutException("of a transport of the caller's"), true),
                Arguments.of(new InterruptedIOException("interrupted"), false),
                Arguments.of(new ResponseTooLargeException("too large"), false));
    }

    @Test
    void theServersHintReplacesOurPause() {
        AttemptResult attempt = hinted(Duration.ofSeconds(7));
        assertThat(decide(attempt, situation())).isEqualTo(new RetryAfter(Duration.ofSeconds(7), false, false));
    }

    @Test
    void aHintPastTheDeadlineLeadsToOneLastAttemptAsLateAsItCanBeAnswered() {
        AttemptResult attempt = hinted(Duration.ofSeconds(30));
        assertThat(decide(attempt, situation())).isEqualTo(new RetryAfter(Duration.ofSeconds(28), false, true));
        assertThat(decide(attempt, last(Duration.ofSeconds(2)))).isEqualTo(new Stop(Reason.HINT_PAST_DEADLINE));
    }

    @Test
    void noLastAttemptIsMadeWhereNoTimeIsLeftForItsResponse() {
        assertThat(decide(hinted(Duration.ofSeconds(30)), context(1, Duration.ofSeconds(2), true, false)))
                .isEqualTo(new Stop(Reason.HINT_PAST_DEADLINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5S"})
    void aHintOfNothingLeavesOurPause(Duration hint) {
        assertThat(decide(hinted(hint), situation())).isEqualTo(new RetryAfter(PAUSE, false, false));
    }

    @Test
    void aCodeThatIsTransientCountsWhateverTheHttpStatus() {
        assertThat(decide(refused(500, Code.UNAVAILABLE), situation())).isEqualTo(new RetryAfter(PAUSE, false, false));
    }

    @Test
    void theBodysUnauthenticatedCountsOnlyWithThe401ThatBelongsToIt() {
        var stale = context(1, Duration.ofSeconds(30), true, true);
        assertThat(decide(refused(403, Code.UNAUTHENTICATED), stale)).isEqualTo(new Stop(Reason.PERMANENT));
    }

    @Test
    void a401IsRenewedEvenWhereNothingIsRetried() {
        var stale = context(1, Duration.ofSeconds(30), false, true);
        assertThat(RetryDecider.decide(refused(401, Code.UNAUTHENTICATED), 1, stale))
                .isEqualTo(new RetryAfter(Duration.ZERO, true, false));
    }

    @Test
    void theLastAttemptIsFinal() {
        var third = context(3, Duration.ofSeconds(30), true, false);
        assertThat(decide(refused(503, Code.UNAVAILABLE), third)).isEqualTo(new Stop(Reason.ATTEMPTS_USED));
    }

    @Test
    void aSpentBudgetEndsTheCall() {
        var spent = context(1, Duration.ofSeconds(30), false, false);
        assertThat(decide(refused(503, Code.UNAVAILABLE), spent)).isEqualTo(new Stop(Reason.BUDGET_SPENT));
    }

    @Test
    void aPauseThatReachesTheDeadlineEndsTheCall() {
        var late = context(1, PAUSE, true, false);
        assertThat(decide(refused(503, Code.UNAVAILABLE), late)).isEqualTo(new Stop(Reason.DEADLINE));
    }

    private static RetryDecision decide(AttemptResult attempt, RetryDecider.RetryContext context) {
        var sorted = new RetryDecider.RetryContext(
                context.number(),
                RetryDecider.isTransient(attempt),
                context.backoff(),
                context.remaining(),
                context.responseTime(),
                context.budget(),
                context.tokenMayBeStale(),
                context.wasLast());
        return RetryDecider.decide(attempt, 3, sorted);
    }

    private static RetryDecider.RetryContext situation() {
        return context(1, Duration.ofSeconds(30), true, false);
    }

    private static RetryDecider.RetryContext context(
            int number, Duration remaining, boolean budget, boolean tokenMayBeStale) {
        return new RetryDecider.RetryContext(
                number, true, PAUSE, remaining, Duration.ofSeconds(2), budget, tokenMayBeStale, false);
    }

    private static RetryDecider.RetryContext last(Duration remaining) {
        return new RetryDecider.RetryContext(2, true, PAUSE, remaining, Duration.ofSeconds(1), true, false, true);
    }

    private static AttemptResult refused(int http, Code code) {
        return new AttemptResult.ErrorResponse(http(http), Status.of(code, "no"), true, Optional.empty());
    }

    private static AttemptResult hinted(Duration hint) {
        return new AttemptResult.ErrorResponse(
                http(429), Status.of(Code.RESOURCE_EXHAUSTED, "no"), true, Optional.of(hint));
    }

    private static HttpResponse http(int status) {
        return new HttpResponse(status, Map.of(), new byte[0]);
    }
}
