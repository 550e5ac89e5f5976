// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.longrun.auth.CredentialsException;
import dev.longrun.binding.BoundPath;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.ResponseTooLargeException;
import dev.longrun.rpc.RetryDecision.Reason;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorMapperTest {
    private static final String GET = "file v1 get " + Calls.NAME + ": ";
    private static final String ANSWERED = GET + "https://file.googleapis.com answered ";

    private static LongrunException of(HttpResponse response) {
        return of(Calls.get(), response, Reason.PERMANENT, 1);
    }

    private static LongrunException of(CallRequest request, HttpResponse response, Reason reason, int attempts) {
        return of(request, response, reason, new ErrorMapper.AttemptHistory(attempts, true, false));
    }

    private static LongrunException of(
            CallRequest request, HttpResponse response, Reason reason, ErrorMapper.AttemptHistory before) {
        return ErrorMapper.of(request, ErrorResponseReader.read(response, Instant.EPOCH), before, reason);
    }

    private static LongrunException of(IOException cause, boolean connected, int attempts) {
        ErrorMapper.AttemptHistory before = new ErrorMapper.AttemptHistory(attempts, connected, false);
        return ErrorMapper.of(Calls.get(), AttemptResult.of(cause), before, Reason.PERMANENT);
    }

    @Nested
    class ARefusal {

        @Test
        void saysWhatWasAskedWhatCameBackAndWhatToDo() {
            assertThat(of(Calls.answer(404, Calls.error(404, "NOT_FOUND", "Not there."))))
                    .hasMessage(
                            ANSWERED + "NOT_FOUND (5): Not there."
                                    + " Check the project, the location and the id; finished operations are deleted after a while");
        }

        @Test
        void ofARepeatedRequestSaysThatAnEarlierOneMayHaveBeenCarriedOut() {
            HttpResponse gone = Calls.answer(404, Calls.error(404, "NOT_FOUND", "Not there."));
            assertThat(of(Calls.get(), gone, Reason.PERMANENT, new ErrorMapper.AttemptHistory(2, true, true)))
                    .hasMessageStartingWith(ANSWERED + "NOT_FOUND (5): Not there."
                            + " (after 2 attempts, of which an earlier one may have been carried out). ")
                    .asInstanceOf(type(ApiException.class))
                    .returns(true, ApiException::earlierAttemptAmbiguous);
            assertThat(of(gone))
                    .asInstanceOf(type(ApiException.class))
                    .returns(false, ApiException::earlierAttemptAmbiguous);
        }

        @Test
        void namesTheReason() {
            String body = """
                    {"error":{"code":409,"status":"ABORTED","message":"no","details":[
                      {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"LOCKED","domain":"d"}]}}""";
            assertThat(of(Calls.answer(409, body))).hasMessage(ANSWERED + "ABORTED (10): no [LOCKED]");
        }

        @Test
        void countsTheAttemptsAndSaysWhyThereIsNoOther() {
            HttpResponse busy = Calls.answer(503, Calls.error(503, "UNAVAILABLE", "busy"));
            assertThat(of(Calls.get(), busy, Reason.ATTEMPTS_USED, 8))
                    .hasMessage(ANSWERED + "UNAVAILABLE (14): busy (after 8 attempts; no attempt is left)");
            assertThat(of(Calls.get(), busy, Reason.PERMANENT, 2))
                    .hasMessage(ANSWERED + "UNAVAILABLE (14): busy (after 2 attempts)");
            assertThat(of(Calls.get(), busy, Reason.HINT_PAST_DEADLINE, 1))
                    .hasMessage(ANSWERED + "UNAVAILABLE (14): busy"
                            + " (the server asks to wait longer than the deadline allows)");
        }

        @Test
        void keepsForTheProgramWhatTheMessageSaysToPeople() {
            HttpResponse response = Calls.answer(
                    429,
                    Map.of("Retry-After", "7", "X-Request-Id", "r-1"),
                    Calls.error(429, "RESOURCE_EXHAUSTED", "slow"));
            assertThat(of(response)).isInstanceOfSatisfying(ApiException.class, api -> {
                assertThat(api.httpStatus()).isEqualTo(429);
                assertThat(api.hasApiErrorBody()).isTrue();
                assertThat(api.requestId()).contains("r-1");
                assertThat(api.retryAfter()).contains(Duration.ofSeconds(7));
            });
        }

        @Test
        void takesTheRequestIdFromTheDetailsWhereNoHeaderHasIt() {
            String body = """
                    {"error":{"code":500,"status":"INTERNAL","message":"no","details":[
                      {"@type":"type.googleapis.com/google.rpc.RequestInfo","requestId":"r-2"}]}}""";
            assertThat(of(Calls.answer(500, body)))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            api -> assertThat(api.requestId()).contains("r-2"));
        }

        @Test
        void withAPageOfHtmlIsNotStructured() {
            assertThat(of(Calls.answer(500, "<html>oops")))
                    .hasMessage(ANSWERED + "INTERNAL (13): HTTP 500: <html>oops")
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            api -> assertThat(api.hasApiErrorBody()).isFalse());
        }
    }

    @Nested
    class TheNextStep {

        @Test
        void afterABadRequestDoubtsTheHostOfTheLocation() {
            assertThat(of(Calls.answer(400, Calls.error(400, "INVALID_ARGUMENT", "Bad name."))))
                    .hasMessage(ANSWERED + "INVALID_ARGUMENT (3): Bad name. If the name is right,"
                            + " the host may be wrong for location us-central1: set the endpoint");
        }

        @Test
        void afterABadRequestWithoutALocationIsNone() {
            assertThat(badRequest("projects/p/locations/-")).hasMessageEndingWith("(3): no");
            assertThat(badRequest("operations/o")).hasMessageEndingWith("(3): no");
            assertThat(badRequest("")).hasMessageEndingWith("(3): no");
        }

        private LongrunException badRequest(String subject) {
            HttpResponse response = Calls.answer(400, Calls.error(400, "INVALID_ARGUMENT", "no"));
            return of(Calls.of(ApiMethod.LIST, subject), response, Reason.PERMANENT, 1);
        }

        @Test
        void afterAnUnknownCallerIsToLogIn() {
            assertThat(of(Calls.answer(401, Calls.error(401, "UNAUTHENTICATED", "no token"))))
                    .hasMessage(ANSWERED + "UNAUTHENTICATED (16): no token. The credentials are missing or expired: run"
                            + " `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS");
        }

        @Test
        void afterADeniedPermissionNamesTheScopes() {
            assertThat(of(Calls.answer(403, Calls.error(403, "PERMISSION_DENIED", "no"))))
                    .hasMessage(ANSWERED + "PERMISSION_DENIED (7): no. Check that the caller may use this method and"
                            + " one of the scopes https://www.googleapis.com/auth/cloud-platform");
        }

        @Test
        void afterADeniedPermissionSaysSoWhereNoScopesAreDocumented() {
            ServiceDefinition silent = ServiceTable.parse("silent", """
                            service  silent.googleapis.com
                            versions v1
                            names
                              operations/*  get
                            """).definition("silent.googleapis.com", "v1");
            var request = new CallRequest(
                    silent,
                    ApiMethod.GET,
                    "operations/o",
                    Calls.ORIGIN,
                    BoundPath.plain(HttpMethod.GET, "v1", "operations/o", "", false),
                    "",
                    "");
            HttpResponse response = Calls.answer(403, Calls.error(403, "PERMISSION_DENIED", "no"));
            assertThat(of(request, response, Reason.PERMANENT, 1))
                    .hasMessageEndingWith("one of the scopes that the service documents");
        }

        @Test
        void afterA404OfAFrontEndDoubtsThePath() {
            assertThat(of(Calls.answer(404, "<html>404")))
                    .hasMessage(ANSWERED + "NOT_FOUND (5): HTTP 404: <html>404. No API answered, so there is no such"
                            + " path: check the host, and that the service has get for such names");
        }

        @Test
        void afterA404OfAFrontEndNamesTheNearestPatternOfAMisspeltName() {
            HttpResponse notFound = Calls.answer(404, "<html>404");
            assertThat(of(Calls.of(ApiMethod.GET, "projects/p/location/l/operations/o"), notFound, Reason.PERMANENT, 1))
                    .hasMessageEndingWith("for such names; did you mean projects/*/locations/*/operations/*:"
                            + " segment 3 is \"location\", expected \"locations\"");
        }
    }

    @Nested
    class ARedirect {

        @Test
        void isNamedButNotFollowed() {
            assertThat(of(Calls.answer(307, Map.of("Location", "https://evil.example/x"), "")))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessage(ANSWERED + "HTTP 307, a redirect to https://evil.example/x; redirects are not followed,"
                            + " so that credentials stay with the host they were meant for");
        }

        @Test
        void toNowhereIsCalledThat() {
            assertThat(of(Calls.answer(304, ""))).hasMessageStartingWith(ANSWERED + "HTTP 304, a redirect to nowhere;");
        }

        @Test
        void cannotPlayTricksOnATerminal() {
            assertThat(of(Calls.answer(302, Map.of("Location", "https://evil.example/\u001b[2J"), "")))
                    .hasMessageContaining("https://evil.example/\\u001b[2J");
        }
    }

    @Nested
    class NoAnswer {

        @Test
        void thoughSomethingMayHaveBeenSentIsUncertain() {
            assertThat(of(new IOException("unexpected end of stream"), true, 3))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage(GET + "no response from https://file.googleapis.com: unexpected end of stream"
                            + " (after 3 attempts)");
        }

        @Test
        void becauseNoConnectionCameAboutIsRetryable() {
            assertThat(of(new ConnectException("Failed to connect to /127.0.0.1:1"), false, 1))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(
                            GET + "no connection to https://file.googleapis.com: Failed to connect to /127.0.0.1:1");
        }

        @Test
        void withoutAMessageIsCalledByItsKind() {
            assertThat(of(new ConnectException(), false, 1))
                    .hasMessage(GET + "no connection to https://file.googleapis.com: no connection");
        }

        @Test
        void ofAnUnknownHostSaysSo() {
            assertThat(of(new UnknownHostException("file.googleapis.com"), false, 1))
                    .hasMessage(GET + "no connection to https://file.googleapis.com: unknown host");
        }

        @Test
        void thatFitsIsUnreadable() {
            IOException cause = new ResponseTooLargeException("the body is over the limit of 16 MiB");
            assertThat(of(cause, true, 1))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessage(GET + "the body is over the limit of 16 MiB")
                    .hasCause(cause);
        }

        @Test
        void forWantOfCredentialsIsNotSent() {
            assertThat(of(new CredentialsException("no credentials: log in", false), false, 1))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(GET + "no credentials: log in");
            assertThat(of(new CredentialsException("the token server is busy", true), false, 2))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage(GET + "the token server is busy (after 2 attempts)");
        }

        @Test
        void forWantOfCredentialsAfterAnEarlierRequestIsUncertain() {
            assertThat(of(new CredentialsException("the token server is busy", true), true, 2))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage(GET + "the token server is busy (after 2 attempts)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PERMIT", "DEADLINE", "CLOSED"})
    void whatWasNeverTriedWasNotSent(Reason reason) {
        assertThat(ErrorMapper.unsent(Calls.get(), reason))
                .hasMessage(GET + "nothing was sent; " + reason.text())
                .extracting(LongrunException::isRetryable)
                .isEqualTo(reason != Reason.CLOSED);
    }
}
