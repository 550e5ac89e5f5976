// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proxies, front ends and broken servers make of answers. */
class StrangeAnswerTest {
    private final Harness harness = Harness.start();
    private final Operations operations = harness.client.operations();
    private final OperationName name = Harness.name("o");
    private final String answered = Harness.about(ApiMethod.GET, name) + harness.server.url() + " answered ";

    @BeforeEach
    void anOperation() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private void next(Fault fault) {
        harness.server.faults().on(ApiMethod.GET).once(fault);
    }

    private void next(int status, String body) {
        next(Fault.respondWith(status, Map.of(), body));
    }

    @Nested
    class ASuccess {

        @Test
        void thatIsAPageIsQuotedByItsFirstLine() {
            next(200, "\n\n  <html><title>Sign in to the hotel's wifi</title>\n<body>");
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageStartingWith(answered + "HTTP 200 with a body that is not the expected JSON: ")
                    .hasMessageContaining("<html><title>Sign in to the hotel's wifi</title>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "[]", "\"text\"", "17", "{\"name\":", "{} {}", "\u0000"})
        void thatIsNoObjectIsUnreadable(String body) {
            next(200, body);
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageStartingWith(answered + "HTTP 200 with a body that is not the expected JSON: ");
        }

        @Test
        void thatWasCutInHalfIsUnreadable() {
            next(Fault.truncatedJson());
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageStartingWith(answered + "HTTP 200 with a body that is not the expected JSON: ");
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        }

        @Test
        void thatIsHugeIsNotReadToItsEnd() {
            try (BodyOfZeros server = new BodyOfZeros(200_000_000);
                    OperationsClient client =
                            harness.clientBuilder().endpoint(server.url()).build()) {
                assertThatThrownBy(() -> client.operations().get(name))
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessageStartingWith(Harness.about(ApiMethod.GET, name))
                        .hasMessageContaining("a body of more than 16777216 bytes (unzipped)");
            }
        }

        @Test
        void thatIsNestedTooDeeplyIsUnreadable() {
            next(200, "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}");
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("64");
        }

        @Test
        void thatIsLargeButNotTooLargeIsRead() {
            next(Fault.padded(1_000_000));
            assertThat(operations.get(name).state()).isEqualTo(Operation.State.RUNNING);
        }
    }

    @Nested
    class ARedirect {

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void toAnotherHostIsNotFollowed(int status) {
            try (Harness elsewhere = Harness.start()) {
                String there = elsewhere.server.url() + "/v1/" + name;
                next(Fault.respondWith(status, Map.of("Location", there), ""));
                assertThatThrownBy(() -> operations.get(name))
                        .isInstanceOf(UnreadableResponseException.class)
                        .hasMessage(answered + "HTTP " + status + ", a redirect to " + there + "; redirects are not"
                                + " followed, so that credentials stay with the host they were meant for");
                assertThat(elsewhere.server.requests()).isEmpty();
            }
        }

        @Test
        void toTheSameHostIsNotFollowedEither() {
            next(Fault.redirectTo(harness.server.url() + "/v1/" + name));
            assertThatThrownBy(() -> operations.get(name)).isInstanceOf(UnreadableResponseException.class);
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        }
    }

    @Nested
    class AnError {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "400 | INVALID_ARGUMENT (3): HTTP 400: <html>. If the name is right, the host may be wrong for"
                            + " location us-central1: set the endpoint",
                    "403 | PERMISSION_DENIED (7): HTTP 403: <html>. Check that the caller may use this method and one of"
                            + " the scopes https://www.googleapis.com/auth/cloud-platform",
                    "405 | UNIMPLEMENTED (12): HTTP 405: <html>",
                    "500 | INTERNAL (13): HTTP 500: <html>",
                    "418 | UNKNOWN (2): HTTP 418: <html>",
                })
        void thatIsAPageIsReadByItsHttpStatus(int status, String said) {
            next(status, "<html>\n<body>…");
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOfSatisfying(ApiException.class, api -> {
                        assertThat(api.hasApiErrorBody()).isFalse();
                        assertThat(api.httpStatus()).isEqualTo(status);
                    })
                    .hasMessage(answered + said);
        }

        @Test
        void withNothingInItSaysThat() {
            next(500, "");
            assertThatThrownBy(() -> operations.get(name))
                    .hasMessage(answered + "INTERNAL (13): HTTP 500 with an empty body");
        }

        @Test
        void inAnArrayIsReadAllTheSame() {
            next(404, "[{\"error\":{\"code\":404,\"message\":\"no\",\"status\":\"NOT_FOUND\"}}]");
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            api -> assertThat(api.hasApiErrorBody()).isTrue())
                    .hasMessageStartingWith(answered + "NOT_FOUND (5): no.");
        }

        @Test
        void ofAFormerKindIsReadByItsReason() {
            next(
                    403,
                    "{\"error\":{\"code\":403,\"message\":\"slow down\","
                            + "\"errors\":[{\"reason\":\"userRateLimitExceeded\",\"domain\":\"usageLimits\"}]}}");
            assertThat(operations.get(name).done()).isFalse();
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(2);
        }

        @Test
        void keepsItsDetailsForTheProgram() {
            next(Fault.permissionDenied());
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOfSatisfying(ApiException.class, api -> {
                        assertThat(api.status().code()).isEqualTo(Code.PERMISSION_DENIED);
                        assertThat(api.errorInfo())
                                .hasValueSatisfying(
                                        info -> assertThat(info.reason()).isEqualTo("IAM_PERMISSION_DENIED"));
                    })
                    .hasMessage(answered + "PERMISSION_DENIED (7): Permission denied on resource."
                            + " [IAM_PERMISSION_DENIED]. Check that the caller may use this method and one of the scopes"
                            + " https://www.googleapis.com/auth/cloud-platform");
        }
    }
}
