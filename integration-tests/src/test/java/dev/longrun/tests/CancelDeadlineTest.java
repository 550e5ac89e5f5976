// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancel uses all of its time before it says that something is not known, and no more. */
class CancelDeadlineTest {
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);
    private static final CancelOptions OPTIONS = CancelOptions.defaults().withTimeout(TWENTY_SECONDS);

    private final Harness harness = Harness.atPace();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private CancelOutcome cancel(CancelOptions options) {
        return harness.client.canceller().cancel(name, options);
    }

    @Test
    void aThrottledCancelAsksUntilItsDeadlineAndSaysWhatTheOperationDoes() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.tooManyRequests(Duration.ofSeconds(3)));
        long begin = harness.time.nanoTime();
        assertThatThrownBy(() -> cancel(OPTIONS))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(name + ": nothing was asked for: throttled until the deadline")
                .hasMessageContaining("the operation was running when it was last read");
        assertThat(Duration.ofNanos(harness.time.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));
        assertThat(harness.requests(ApiMethod.CANCEL)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aThrottledCancelIsAcceptedIfTheThrottlingEndsInTime() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
        harness.server.faults().on(ApiMethod.CANCEL).times(5, Fault.tooManyRequests(Duration.ofSeconds(3)));
        assertThat(cancel(OPTIONS)).is(kind(Kind.CANCELLED));
    }

    @Test
    void aThrottledCancelOfAnOperationThatEndsByItselfIsAlreadyDone() {
        OperationName runs = Harness.name("runs-19000-x");
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.tooManyRequests(Duration.ofSeconds(30)));
        CancelOutcome outcome = harness.client.canceller().cancel(runs, OPTIONS);
        assertThat(outcome).is(kind(Kind.ALREADY_DONE));
        assertThat(outcome.operation()).map(Operation::state).contains(Operation.State.SUCCEEDED);
        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.NOT_SENT);
    }

    @Test
    void aRejectionFollowedByReadErrorsIsReadOn() {
        harness.operation(name).rejectsCancel();
        harness.server.faults().on(ApiMethod.GET).times(6, Fault.unavailable());
        assertThat(cancel(OPTIONS)).is(kind(Kind.NOT_CANCELLABLE));
    }

    @Test
    void anOperationThatEndsJustBeforeTheDeadlineIsSeenToEnd() {
        harness.operation(name).cancelsAfter(Duration.ofMillis(9_600));
        Backoff slow = Backoff.constant(Duration.ofSeconds(8));
        assertThat(cancel(OPTIONS.withTimeout(Duration.ofSeconds(10)).withPollBackoff(slow)))
                .is(kind(Kind.CANCELLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", " null\n"})
    void anEmptyResponseOfAnyFormMeansAccepted(String body) {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
        harness.server
                .faults()
                .on(ApiMethod.CANCEL)
                .once(Fault.respondWith(200, Map.of("Content-Type", "application/json"), body));
        harness.client.operations().cancel(name);
        assertThat(cancel(OPTIONS).evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED);
    }

    @Test
    void aReadFirstOfAMissingOperationSendsNothing() {
        CancelOutcome outcome = harness.client.canceller().cancel(Harness.name("missing"), OPTIONS.withReadFirst(true));
        assertThat(outcome).is(kind(Kind.NOT_FOUND));
        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.NOT_SENT);
        assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
    }
}
