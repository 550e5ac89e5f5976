// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of retrying against a real server, with time that passes as soon as a thread waits. */
class RetryTest extends RetryFixture {
    @Nested
    class ATransientFailure {

        @ParameterizedTest
        @MethodSource("dev.longrun.tests.RetryTest#transientFailures")
        void isFollowedByAnotherAttempt(Fault fault) {
            onGet(1, fault);
            assertThat(operations.get(name).state()).isEqualTo(Operation.State.RUNNING);
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(2);
        }

        @Test
        void isToleratedSevenTimesButNotEight() {
            onGet(7, Fault.unavailable());
            assertThat(operations.get(name).done()).isFalse();

            onGet(8, Fault.unavailable());
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(ApiException.class)
                    .hasMessage(answered + "UNAVAILABLE (14): The service is currently unavailable."
                            + " [SERVICE_UNAVAILABLE] (after 8 attempts; no attempt is left)");
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(16);
        }

        @Test
        void isFollowedByNothingWhereThatWasAskedFor() {
            onGet(1, Fault.unavailable());
            Operations once = operations.with(CallOptions.defaults().withRetry(RetryPolicy.none()));
            assertThatThrownBy(() -> once.get(name)).isInstanceOf(ApiException.class);
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(ApiMethod.class)
        void isRetriedForEveryRpcAsAllAreIdempotent(ApiMethod rpc) {
            harness.server.faults().on(rpc).once(Fault.lostRequest());
            switch (rpc) {
                case GET -> operations.get(name);
                case LIST -> operations.list(ListRequest.of(Harness.parent()));
                case CANCEL -> operations.cancel(name);
                case DELETE -> operations.delete(name);
                case WAIT -> operations.wait(name, Duration.ofSeconds(1));
                case LIST_LOCATIONS -> harness.client.locations().list(name.service(), "projects/p");
            }
            assertThat(harness.requests(rpc)).isEqualTo(2);
        }

        @Test
        void ofTheLastAttemptTellsWhatItWas() {
            onGet(8, Fault.lostResponse());
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageStartingWith(
                            Harness.about(ApiMethod.GET, name) + "no response from " + harness.server.url())
                    .hasMessageEndingWith(" (after 8 attempts; no attempt is left)");
        }
    }

    static List<Fault> transientFailures() {
        return List.of(
                Fault.unavailable(),
                Fault.htmlBadGateway(),
                Fault.error(Code.DEADLINE_EXCEEDED, "Too slow.", "SLOW"),
                Fault.respondWith(504, Map.of(), "<html>Gateway Timeout"),
                Fault.respondWith(408, Map.of(), ""),
                Fault.respondWith(429, Map.of(), ""),
                Fault.tooManyRequests(Duration.ofSeconds(1)),
                Fault.quotaExceeded(),
                Fault.lostResponse(),
                Fault.lostRequest(),
                Fault.cutOff());
    }

    @Nested
    class AnythingElse {

        @ParameterizedTest
        @EnumSource(
                value = Code.class,
                names = {
                    "INVALID_ARGUMENT",
                    "NOT_FOUND",
                    "ALREADY_EXISTS",
                    "PERMISSION_DENIED",
                    "FAILED_PRECONDITION",
                    "ABORTED",
                    "OUT_OF_RANGE",
                    "UNIMPLEMENTED",
                    "INTERNAL",
                    "DATA_LOSS",
                    "UNAUTHENTICATED",
                    "CANCELLED",
                    "UNKNOWN"
                })
        void isFinal(Code code) {
            onGet(1, Fault.error(code, "no", "NO"));
            assertThatThrownBy(() -> operations.get(name)).isInstanceOfSatisfying(ApiException.class, api -> {
                assertThat(api.status().code()).isEqualTo(code);
                assertThat(api.httpStatus()).isEqualTo(code.httpStatus());
            });
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        }

        @Test
        void ofUnknownNameIsReadByItsHttpStatus() {
            onGet(
                    1,
                    Fault.respondWith(
                            409, Map.of(), "{\"error\":{\"code\":409,\"status\":\"BRAND_NEW\",\"message\":\"no\"}}"));
            assertThatThrownBy(() -> operations.get(name)).hasMessage(answered + "ABORTED (10): no");
        }
    }

    @Nested
    class AQuota {

        @Test
        void thatIsStatedAs403CountsAs429() {
            onGet(8, Fault.quotaExceeded());
            assertThatThrownBy(() -> operations.get(name))
                    .isInstanceOfSatisfying(ApiException.class, api -> {
                        assertThat(api.status().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
                        assertThat(api.httpStatus()).isEqualTo(403);
                    })
                    .hasMessage(answered + "RESOURCE_EXHAUSTED (8): Quota exceeded for requests per minute."
                            + " [RATE_LIMIT_EXCEEDED] (after 8 attempts; no attempt is left)");
        }
    }

    @Nested
    class NoConnection {

        @Test
        void meansThatNothingWasSentAndThatItMayBeTriedAgain() throws IOException {
            String unused = unusedPort();
            try (OperationsClient client =
                    harness.clientBuilder().endpoint(unused).build()) {
                assertThatThrownBy(() -> client.operations().cancel(name))
                        .isInstanceOfSatisfying(
                                UnreachableException.class,
                                unsent -> assertThat(unsent.isRetryable()).isTrue())
                        .hasMessageStartingWith(Harness.about(ApiMethod.CANCEL, name) + "no connection to " + unused
                                + ": Failed to connect to ")
                        .hasMessageEndingWith(" (after 8 attempts; no attempt is left)");
            }
        }

        private static String unusedPort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return "http://127.0.0.1:" + socket.getLocalPort();
            }
        }
    }

    @Nested
    class TheBudget {

        @Test
        void stopsStormsOfRetries() {
            onGet(1_000, Fault.unavailable());
            for (int i = 0; i < 40; i++) {
                assertThatThrownBy(() -> operations.get(name)).isInstanceOf(LongrunException.class);
            }
            assertThat(harness.requests(ApiMethod.GET)).isLessThan(100);
            assertThatThrownBy(() -> operations.get(name))
                    .hasMessageEndingWith(" (too many calls of this client fail just now, so it does not retry)");
        }

        @Test
        void comesBackWithSuccess() {
            onGet(60, Fault.unavailable());
            while (harness.server.faults().pending() > 0) {
                assertThatThrownBy(() -> operations.get(name)).isInstanceOf(LongrunException.class);
            }
            for (int i = 0; i < 150; i++) {
                operations.get(name);
            }
            onGet(1, Fault.unavailable());
            assertThat(operations.get(name).done()).isFalse();
        }
    }

    @Nested
    class ADeadline {

        @Test
        void betweenTwoAttemptsTellsWhatTheLastCameTo() {
            onGet(100, Fault.unavailable(Duration.ofSeconds(3)));
            Operations hurried = operations.with(CallOptions.defaults().withTimeout(Duration.ofSeconds(10)));
            Duration taken = timeOf(() -> assertThatThrownBy(() -> hurried.get(name))
                    .isInstanceOf(ApiException.class)
                    .hasMessageEndingWith("[SERVICE_UNAVAILABLE]"
                            + " (after 5 attempts; the server asks to wait longer than the deadline allows)"));
            assertThat(taken).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(9_999));
        }
    }
}
