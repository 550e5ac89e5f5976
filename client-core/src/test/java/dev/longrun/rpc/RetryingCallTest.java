// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.call.AttemptEvent;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.http.HttpResponse;
import dev.longrun.json.JsonObject;
import dev.longrun.rpc.RetryDecision.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetryingCallTest extends RetryingCallFixture {
    @Nested
    class AnAttempt {

        @Test
        void thatIsAnsweredIsTheAnswer() {
            HttpResponse ok = Calls.answer(200, "{}");
            transport.answers(ok);
            RetryingCall call = call();
            assertThat(attempt(call)).isNull();
            assertThat(call.response()).isSameAs(ok);
        }

        @Test
        void carriesTheTokenAndTheIdentity() {
            transport.answers(Calls.answer(200, "{}"));
            attempt(call());
            assertThat(transport.sent.get(0).headers())
                    .containsEntry("Authorization", "Bearer 1")
                    .containsEntry("User-Agent", "longrun-java/1")
                    .containsEntry("Accept", "application/json");
        }

        @Test
        void getsItsOwnTimeoutAndNoMoreThanTheCallHasLeft() {
            transport.takes(Duration.ofSeconds(50), request -> UNAVAILABLE).answers(Calls.answer(200, "{}"));
            RetryingCall call = call();
            attempt(call);
            attempt(call);
            assertThat(transport.sent)
                    .extracting(request -> request.timeout())
                    .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(10));
            assertThat(tokens.patience).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(10));
        }

        @Test
        void isNotMadeOnceTheTimeIsOver() {
            RetryingCall call = call();
            time.advance(Duration.ofSeconds(60));
            assertThat(failureOf(call))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            unsent -> assertThat(unsent.isRetryable()).isTrue())
                    .hasMessage("file v1 get " + Calls.NAME
                            + ": nothing was sent; the deadline leaves no time for another attempt");
            assertThat(transport.sent).isEmpty();
        }
    }

    @Nested
    class Retries {

        @Test
        void pauseLongerEachTime() {
            transport.answers(UNAVAILABLE).fails(new IOException("reset")).answers(UNAVAILABLE);
            RetryingCall call = call();
            assertThat(List.of(attempt(call), attempt(call), attempt(call)))
                    .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        }

        @Test
        void drawOnTheBudgetWhichSuccessesRefill() {
            RetryingCall call = call();
            for (int i = 0; i < 3; i++) {
                transport.answers(UNAVAILABLE);
                assertThat(attempt(call)).isNotNull();
            }
            transport.answers(UNAVAILABLE);
            assertThat(failureOf(call))
                    .hasMessageEndingWith("(14): busy (after 4 attempts;"
                            + " too many calls of this client fail just now, so it does not retry)");
            for (int i = 0; i < 20; i++) {
                transport.answers(Calls.answer(200, "{}"));
                attempt(call());
            }
            transport.answers(UNAVAILABLE);
            assertThat(attempt(call())).isNotNull();
        }

        @Test
        void thatCannotHelpCostNoBudget() {
            for (int i = 0; i < 20; i++) {
                transport.answers(Calls.answer(404, Calls.error(404, "NOT_FOUND", "no")));
                attempt(call());
            }
            transport.answers(UNAVAILABLE);
            assertThat(attempt(call())).isNotNull();
        }
    }

    @Nested
    class GivingUp {

        @Test
        void beforeTheFirstAttemptSaysThatNothingWasSent() {
            assertThat(call().fail(Reason.NO_PERMIT))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            unsent -> assertThat(unsent.isRetryable()).isTrue())
                    .hasMessage("file v1 get " + Calls.NAME + ": nothing was sent; the service throttles such calls,"
                            + " and the time was over before this one got a permit");
        }

        @Test
        void becauseTheClientIsClosedCannotBeMadeUpForByTryingAgain() {
            assertThat(call().fail(Reason.CLOSED))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            unsent -> assertThat(unsent.isRetryable()).isFalse())
                    .hasMessage("file v1 get " + Calls.NAME + ": nothing was sent; the client is closed");
        }

        @Test
        void afterAnAttemptTellsWhatThatCameTo() {
            transport.answers(UNAVAILABLE);
            RetryingCall call = call();
            attempt(call);
            assertThat(call.fail(Reason.CLOSED))
                    .isInstanceOf(ApiException.class)
                    .hasMessage("file v1 get " + Calls.NAME + ": https://file.googleapis.com answered"
                            + " UNAVAILABLE (14): busy (the client is closed)");
        }

        @Test
        void onceTheTimeIsOverTellsWhatTheLastAttemptCameTo() {
            transport.answers(UNAVAILABLE);
            RetryingCall call = call();
            attempt(call);
            time.advance(Duration.ofSeconds(60));
            assertThat(failureOf(call))
                    .isInstanceOf(ApiException.class)
                    .hasMessageEndingWith("UNAVAILABLE (14): busy (the deadline leaves no time for another attempt)");
        }

        @Test
        void byAnInterruptTellsWhetherAnythingWasSent() {
            transport.answers(UNAVAILABLE);
            InterruptedException interrupt = new InterruptedException();
            RetryingCall call = call();
            assertThat(call.interrupted(interrupt))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            unsent -> assertThat(unsent.isRetryable()).isTrue())
                    .hasMessage("file v1 get " + Calls.NAME + ": interrupted before anything was sent")
                    .hasCause(interrupt);
            attempt(call);
            assertThat(call.interrupted(interrupt))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage("file v1 get " + Calls.NAME
                            + ": interrupted while waiting to try again; what was sent by then stands")
                    .hasCause(interrupt);
        }
    }

    @Nested
    class WhetherAnythingWasSent {

        @Test
        void isSettledByAConnectionThatNeverCameAbout() {
            RetryingCall call = giveUpAfter(new ConnectException("Failed to connect to /127.0.0.1:1"));
            assertThat(call.fail(Reason.ATTEMPTS_USED))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            unsent -> assertThat(unsent.isRetryable()).isTrue());
        }

        @Test
        void isNotSettledByAConnectionThatBroke() {
            RetryingCall call = giveUpAfter(new IOException("unexpected end of stream"));
            assertThat(call.fail(Reason.ATTEMPTS_USED)).isInstanceOf(NoResponseException.class);
        }

        @Test
        void isNotSettledByALaterConnectionThatNeverCameAbout() {
            RetryingCall call = giveUpAfter(new IOException("unexpected end of stream"), new ConnectException("no"));
            assertThat(call.fail(Reason.ATTEMPTS_USED)).isInstanceOf(NoResponseException.class);
        }

        private RetryingCall giveUpAfter(IOException... failures) {
            RetryingCall call = call();
            for (IOException failure : failures) {
                transport.fails(failure);
                attempt(call);
            }
            return call;
        }
    }

    @Nested
    class TheRate {

        @Test
        void isCutByARefusalForItAndPausedByItsHint() {
            transport.answers(Calls.answer(429, Map.of("Retry-After", "7"), ""));
            attempt(call());
            assertThat(rate.timeUntilPermit(time.nanoTime())).isEqualTo(Duration.ofSeconds(7));
        }

        @Test
        void isNotTouchedByAnOverloadThatIsNotOurs() {
            transport.answers(Calls.answer(503, Map.of("Retry-After", "7"), ""));
            attempt(call());
            assertThat(rate.timeUntilPermit(time.nanoTime())).isZero();
        }
    }

    @Nested
    class AListener {

        @Test
        void isToldOfEachAttempt() {
            transport
                    .takes(Duration.ofMillis(30), request -> UNAVAILABLE)
                    .fails(new ConnectException("no"))
                    .answers(Calls.answer(200, "{}"));
            RetryingCall call = call();
            for (int i = 0; i < 3; i++) {
                attempt(call);
            }
            assertThat(events).extracting(AttemptEvent::number).containsExactly(1, 2, 3);
            assertThat(events).extracting(AttemptEvent::httpStatus).containsExactly(503, 0, 200);
            assertThat(events).extracting(AttemptEvent::problem).containsExactly("UNAVAILABLE", "no connection", "");
            assertThat(events)
                    .extracting(AttemptEvent::elapsed)
                    .containsExactly(Duration.ofMillis(30), Duration.ZERO, Duration.ZERO);
            assertThat(events.get(0).call().subject()).isEqualTo(Calls.NAME);
            assertThat(events.get(0).call().path()).isEqualTo("/v1/" + Calls.NAME);
        }

        @Test
        void thatThrowsChangesNothing() {
            transport.answers(Calls.answer(200, "{}")).answers(Calls.answer(200, "{}"));
            RetryingCall exception = call(tokens, event -> {
                throw new IllegalStateException("mine");
            });
            attempt(exception);
            assertThat(exception.response()).isNotNull();
            RetryingCall error = call(tokens, event -> {
                throw new AssertionError("mine");
            });
            attempt(error);
            assertThat(error.response()).isNotNull();
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsUnreadable() {
        assertThatThrownBy(() -> call().read(Calls.answer(200, "<html>"), answer -> JsonObject.parse(answer.body())))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageStartingWith("file v1 get " + Calls.NAME
                        + ": https://file.googleapis.com answered HTTP 200 with a body that is not the expected JSON: ")
                .hasMessageContaining("<html>");
    }
}
