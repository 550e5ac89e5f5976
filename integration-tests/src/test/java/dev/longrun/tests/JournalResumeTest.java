// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.Code;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a resume of a journal does with an operation, by the last line that the journal has about it. */
class JournalResumeTest {
    private final OperationName name = Harness.name("cancels-0-x");

    @TempDir
    Path directory;

    private JournalFixture journals;
    private Harness harness;

    @BeforeEach
    void open() {
        journals = new JournalFixture(directory);
        harness = journals.harness;
    }

    @AfterEach
    void close() {
        journals.close();
    }

    /** As a process leaves it that dies after it sent a request and before it got the answer. */
    private void intentAlone() {
        try (CancelJournal journal = journals.create()) {
            journal.intent(name).join();
        }
    }

    private CancelOutcome outcome() {
        try (CancelJournal journal = journals.resume()) {
            return journals.cancelAll(journal.remaining(), journal)
                    .get(0)
                    .outcome()
                    .orElseThrow();
        }
    }

    @Test
    void anOperationThatHasEndedSinceIsNotAskedAgain() {
        intentAlone();
        harness.client.operations().cancel(name);
        assertThat(outcome())
                .is(kind(Kind.CANCELLED))
                .satisfies(outcome ->
                        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS));
        assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
    }

    @Test
    void oneThatRunsOnIsAskedAgain() {
        intentAlone();
        assertThat(outcome()).is(kind(Kind.CANCELLED));
        assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
    }

    @Test
    void oneThatRanOnAtTheDeadlineIsSeenToItsEnd() {
        harness.operation(name).cancelsAfter(Duration.ofMinutes(20));
        try (CancelJournal journal = journals.create()) {
            assertThat(journals.cancelAll(Stream.of(name), journal))
                    .extracting(result -> result.outcome().orElseThrow())
                    .are(kind(Kind.STILL_RUNNING));
        }
        harness.time.advance(Duration.ofMinutes(20));
        assertThat(outcome()).is(kind(Kind.CANCELLED));
    }

    @Test
    void oneThatWasAcceptedAndCannotBeReadIsUnknownAndNotAskedAgain() {
        try (CancelJournal journal = journals.create()) {
            journal.intent(name).join();
            journal.response(name, RequestStatus.ACCEPTED);
        }
        harness.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
        assertThat(outcome())
                .is(kind(Kind.UNKNOWN))
                .satisfies(outcome ->
                        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED));
        assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
    }

    @Test
    void oneThatIsOnItsWayToStopIsWaitedForThoughASecondRequestIsRefused() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(20));
        try (CancelJournal journal = journals.create()) {
            journal.intent(name).join();
            harness.client.operations().cancel(name);
            journal.response(name, RequestStatus.ACCEPTED);
        }
        harness.server
                .faults()
                .on(ApiMethod.CANCEL)
                .always(Fault.error(Code.FAILED_PRECONDITION, "being cancelled", "BUSY"));
        assertThat(outcome())
                .is(kind(Kind.CANCELLED))
                .satisfies(outcome ->
                        assertThat(outcome.evidence().requestStatus()).isEqualTo(RequestStatus.ACCEPTED));
    }

    @Test
    void namesThatHaveAVerdictAreLeftAloneAndThoseThatWereOnlyPlannedComeLast() {
        OperationName planned = Harness.name("cancels-0-planned");
        OperationName settled = Harness.name("cancels-0-settled");
        try (CancelJournal journal = journals.create()) {
            journal.plan(List.of(planned, settled, name));
            journals.cancelAll(Stream.of(settled), journal);
            journal.intent(name).join();
        }
        try (CancelJournal journal = journals.resume()) {
            assertThat(journal.remaining()).containsExactly(name, planned);
            assertThat(journal.remaining(Stream.of(settled, planned, Harness.name("cancels-0-new"))))
                    .containsExactly(name, planned, Harness.name("cancels-0-new"));
            assertThat(journal.contents().counts().of(Kind.CANCELLED)).isEqualTo(1);
            assertThat(journal.contents().unsettled()).isEqualTo(2);
        }
    }
}
