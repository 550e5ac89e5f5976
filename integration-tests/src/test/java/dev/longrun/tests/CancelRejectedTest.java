// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.Code;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outcomes of a cancel that the service rejects. */
class CancelRejectedTest {
    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private CancelOutcome cancel() {
        return harness.client.canceller().cancel(name);
    }

    @Test
    void thoughItRunsOnIsNotCancellable() {
        harness.operation(name).rejectsCancel();
        assertThat(cancel()).is(kind(Kind.NOT_CANCELLABLE)).satisfies(outcome -> {
            assertThat(outcome.status().orElseThrow().code()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.REJECTED);
            assertThat(outcome.operation()).map(Operation::state).contains(Operation.State.RUNNING);
        });
    }

    @Test
    void becauseItIsDoneIsAlreadyDone() {
        harness.operation(name).alreadyDone();
        harness.server
                .faults()
                .on(ApiMethod.CANCEL)
                .always(Fault.error(Code.FAILED_PRECONDITION, "already done", "OPERATION_DONE"));
        assertThat(cancel())
                .is(kind(Kind.ALREADY_DONE))
                .satisfies(outcome ->
                        assertThat(outcome.operation()).map(Operation::state).contains(Operation.State.SUCCEEDED));
    }

    @Test
    void withUnimplementedIsUnsupportedAndTheOperationIsReadForTheEvidence() {
        harness.operation(name).cancelUnimplemented();
        assertThat(cancel()).is(kind(Kind.UNSUPPORTED)).satisfies(outcome -> {
            assertThat(outcome.documented()).containsExactly("/v1/{name=projects/*/locations/*/operations/*}:cancel");
            assertThat(outcome.operation()).map(Operation::state).contains(Operation.State.RUNNING);
        });
    }

    @Test
    void withAPageOfHtmlIsUnsupported() {
        harness.operation(name).cancelReturnsHtml404();
        assertThat(cancel()).is(kind(Kind.UNSUPPORTED));
    }

    @Test
    void withUnimplementedAndUnreadableIsStillUnsupported() {
        harness.operation(name).cancelUnimplemented();
        harness.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
        assertThat(cancel())
                .is(kind(Kind.UNSUPPORTED))
                .satisfies(outcome ->
                        assertThat(outcome.evidence().lastPollError()).isPresent());
    }

    @Test
    void withNotFoundTwiceIsNotFound() {
        assertThat(harness.client.canceller().cancel(Harness.name("unknown"))).is(kind(Kind.NOT_FOUND));
    }

    @Test
    void withNotFoundThoughItCanBeReadIsNotCancellable() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.error(Code.NOT_FOUND, "no such thing", "GONE"));
        assertThat(cancel()).is(kind(Kind.NOT_CANCELLABLE));
    }
}
