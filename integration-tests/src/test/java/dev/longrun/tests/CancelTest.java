// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.FaultPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes: what was seen, and what it is called. */
class CancelTest {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private CancelOutcome cancel() {
        return harness.client.canceller().cancel(name);
    }

    private CancelOutcome cancel(CancelOptions options) {
        return harness.client.canceller().cancel(name, options);
    }

    @Test
    void itsRequestsAreRetriedAsTheClientsCallsAre() {
        harness.operation(name).cancelsAfter(HALF_A_SECOND);
        harness.server.faults().anywhere().times(2, Fault.unavailable());
        Queue<Integer> attempts = new ConcurrentLinkedQueue<>();
        try (OperationsClient client = harness.clientBuilder()
                .callOptions(CallOptions.defaults().withRetry(RetryPolicy.none()))
                .listener(ClientListener.ofAttempts(event -> attempts.add(event.number())))
                .build()) {
            assertThat(client.canceller().cancel(name).isCancelled()).isTrue();
        }
        assertThat(attempts).hasSizeGreaterThan(2).containsOnly(1);
    }

    @Nested
    class Accepted {

        @Test
        void thenErrorCodeOneIsCancelled() {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            assertThat(cancel()).is(kind(Kind.CANCELLED)).satisfies(outcome -> {
                assertThat(outcome.status().orElseThrow().code()).isEqualTo(Code.CANCELLED);
                assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
                assertThat(outcome.evidence().acknowledged()).isTrue();
                assertThat(outcome.evidence().polls()).isPositive();
            });
        }

        @Test
        void thenAResponseIsCompletedAnyway() {
            harness.operation(name).completesAnywayAfter(HALF_A_SECOND);
            assertThat(cancel())
                    .is(kind(Kind.COMPLETED_ANYWAY))
                    .satisfies(outcome -> assertThat(
                                    outcome.operation().orElseThrow().response())
                            .isPresent());
        }

        @Test
        void thenDoneWithNeitherIsCompletedAnyway() {
            OperationName noResult = Harness.name("noresult-500-x");
            assertThat(harness.client.canceller().cancel(noResult))
                    .is(kind(Kind.COMPLETED_ANYWAY))
                    .satisfies(outcome -> assertThat(
                                    outcome.operation().orElseThrow().response())
                            .isEmpty());
        }

        @Test
        void thenAnotherErrorIsFailedAnyway() {
            harness.operation(name).failsAnywayAfter(HALF_A_SECOND);
            assertThat(cancel())
                    .is(kind(Kind.FAILED_ANYWAY))
                    .satisfies(outcome ->
                            assertThat(outcome.status().orElseThrow().code()).isNotEqualTo(Code.CANCELLED));
        }

        @Test
        void andNotDoneAtTheDeadlineIsStillRunning() {
            harness.operation(name).neverEnds();
            CancelOutcome outcome = cancel(CancelOptions.defaults().withTimeout(Duration.ofSeconds(30)));
            assertThat(outcome).is(kind(Kind.STILL_RUNNING)).satisfies(running -> {
                assertThat(running.operation().orElseThrow().done()).isFalse();
                assertThat(running.evidence().elapsed()).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(30));
            });
        }

        @Test
        void andUnreadableAfterASnapshotThatRanIsUnknownNotRunning() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(10));
            FaultPoint requests = harness.server.faults().of(name.value());
            requests.times(2, Fault.padded(1)); // the cancel and one read, which a byte more does not harm
            requests.always(Fault.unavailable());
            assertThat(cancel()).is(kind(Kind.UNKNOWN)).satisfies(outcome -> {
                assertThat(outcome.cause().orElseThrow()).hasMessageContaining("UNAVAILABLE");
                assertThat(outcome.operation()).map(Operation::state).contains(Operation.State.RUNNING);
            });
        }

        @Test
        void andForgottenByTheServerIsUnknown() {
            harness.operation(name).cancelsAfter(Duration.ofMillis(1)).deletedAfter(Duration.ZERO);
            assertThat(cancel()).is(kind(Kind.UNKNOWN)).satisfies(outcome -> {
                assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
                assertThat(outcome.cause().orElseThrow()).hasMessageContaining("NOT_FOUND");
            });
        }

        @Test
        void andNotPermittedToReadIsUnknown() {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
            assertThat(cancel()).is(kind(Kind.UNKNOWN)).satisfies(outcome -> {
                assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
                assertThat(outcome.cause().orElseThrow()).hasMessageContaining("PERMISSION_DENIED");
            });
        }

        @ParameterizedTest
        @MethodSource("dev.longrun.tests.CancelTest#answersThatMeanAccepted")
        void isWhatAnEmptyAnswerOfAnyKindMeans(Fault answer) {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.CANCEL).once(answer);
            assertThat(cancel().evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
        }

        @Test
        void transientErrorsWhileReadingAreToleratedAndKept() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
            harness.server.faults().on(ApiMethod.GET).times(3, Fault.unavailable());
            assertThat(cancel())
                    .is(kind(Kind.CANCELLED))
                    .satisfies(outcome -> assertThat(outcome.evidence().lastPollError())
                            .hasValueSatisfying(error -> assertThat(error).hasMessageContaining("UNAVAILABLE")));
        }

        @Test
        void andNeverReadableUntilTheDeadlineIsUnknownNotRunning() {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
            assertThat(cancel(CancelOptions.defaults().withTimeout(Duration.ofSeconds(20))))
                    .is(kind(Kind.UNKNOWN))
                    .satisfies(
                            outcome -> assertThat(outcome.cause().orElseThrow()).hasMessageContaining("UNAVAILABLE"));
        }
    }

    static List<Fault> answersThatMeanAccepted() {
        return List.of(Fault.noContent(), Fault.emptyBody());
    }

    @Nested
    class Lost {

        @ParameterizedTest
        @MethodSource("dev.longrun.tests.CancelTest#waysToLoseAnAnswer")
        void answersAreMadeUpForByReading(Fault loss) {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.CANCEL).always(loss);
            assertThat(cancel())
                    .is(kind(Kind.CANCELLED))
                    .satisfies(outcome ->
                            assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS));
        }

        @Test
        void requestsAreRepeatedWhileTheOperationShowsNoSignOfThem() {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.CANCEL).once(Fault.unavailable());
            assertThat(cancel().evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
            assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(2);
        }

        @Test
        void requestsAreNotRepeatedOnceTheServiceHasNotedTheCancel() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
            harness.server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());
            assertThat(cancel().evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS);
            assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
        }

        @Test
        void answerAndCompletedIsCompletedAnyway() {
            harness.operation(name).completesAnywayAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.lostResponse());
            assertThat(cancel()).is(kind(Kind.COMPLETED_ANYWAY));
        }

        @Test
        void answerAndFailedIsFailedAnyway() {
            harness.operation(name).failsAnywayAfter(HALF_A_SECOND);
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.lostResponse());
            assertThat(cancel()).is(kind(Kind.FAILED_ANYWAY));
        }
    }

    static List<Fault> waysToLoseAnAnswer() {
        return List.of(Fault.lostResponse(), Fault.cutOff(), Fault.truncatedJson());
    }

    @Nested
    class NothingAskedFor {

        @Test
        void becauseTheFirstLookFoundItDone() {
            harness.operation(name).alreadyDone();
            assertThat(cancel(CancelOptions.defaults().withReadFirst(true)))
                    .is(kind(Kind.ALREADY_DONE))
                    .satisfies(outcome ->
                            assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.NOT_SENT));
            assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
        }

        @Test
        void becauseItIsNotPermitted() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
            assertThatThrownBy(CancelTest.this::cancel)
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("PERMISSION_DENIED");
            assertThat(harness.requests(ApiMethod.GET)).isZero();
        }

        @Test
        void becauseTheCallerIsUnknown() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.unauthenticated());
            assertThatThrownBy(CancelTest.this::cancel)
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("gcloud auth application-default login");
        }
    }

    @Nested
    class Told {

        @Test
        void eachSnapshotOnce() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(4));
            List<Operation> seen = new ArrayList<>();
            cancel(CancelOptions.defaults().withListener(seen::add));
            assertThat(seen)
                    .doesNotHaveDuplicates()
                    .last()
                    .extracting(Operation::state)
                    .isEqualTo(Operation.State.CANCELLED);
        }

        @Test
        void inOneLine() {
            harness.operation(name).cancelsAfter(HALF_A_SECOND);
            assertThat(cancel().describe())
                    .matches("projects/p/locations/us-central1/operations/o: cancelled"
                            + " \\(request accepted, \\d+ reads?, \\d\\.\\d s\\)");
        }
    }
}
