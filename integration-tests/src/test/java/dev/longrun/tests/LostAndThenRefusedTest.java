// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.Code;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first request is carried out and its response is lost; the next one is refused, as the first has done its work.
 */
class LostAndThenRefusedTest {
    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    static List<Fault> refusals() {
        return List.of(
                Fault.error(Code.FAILED_PRECONDITION, "is being cancelled", "BUSY"),
                Fault.error(Code.NOT_FOUND, "no such operation", "NOT_THERE"),
                Fault.permissionDenied(),
                Fault.tooManyRequests());
    }

    private CancelOutcome cancelRefusedAfterTheLostOne(Fault refusal) {
        harness.server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());
        harness.server.faults().on(ApiMethod.CANCEL).always(refusal);
        return harness.client.canceller().cancel(name);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isWhatTheOperationSays(Fault refusal) {
        harness.operation(name).cancelsAfter(Duration.ZERO);
        assertThat(cancelRefusedAfterTheLostOne(refusal))
                .is(kind(Kind.CANCELLED))
                .satisfies(outcome ->
                        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isWaitedForWhileItRuns(Fault refusal) {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
        assertThat(cancelRefusedAfterTheLostOne(refusal)).is(kind(Kind.CANCELLED));
    }

    @Test
    void andForgottenIsUnknown() {
        assertThat(cancelRefusedAfterTheLostOne(Fault.error(Code.NOT_FOUND, "no such operation", "NOT_THERE")))
                .is(kind(Kind.UNKNOWN));
    }
}
