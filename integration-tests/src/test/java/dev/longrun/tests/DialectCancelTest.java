// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a cancel in each dialect. */
@Timeout(120)
class DialectCancelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Harness harness = DialectPlace.serve();

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAINER, CANCELLED, ENDED",
        "CONTAINER, COMPLETED, ENDED",
        "CONTAINER, FAILED,    FAILED_ANYWAY",
        "SQLADMIN,  CANCELLED, CANCELLED",
        "SQLADMIN,  COMPLETED, COMPLETED_ANYWAY",
        "SQLADMIN,  FAILED,    FAILED_ANYWAY",
        "STORAGE,   CANCELLED, CANCELLED",
        "STORAGE,   COMPLETED, COMPLETED_ANYWAY",
        "STORAGE,   FAILED,    FAILED_ANYWAY",
    })
    void hasTheOutcomeThatTheServiceTells(DialectPlace place, TerminalState ending, CancelOutcome.Kind kind) {
        harness.operation(place.name("o")).afterCancel(SECOND, ending);

        assertThat(cancel(place, "o").kind()).isEqualTo(kind);
        assertThat(harness.server.operationRecord(place.name("o").value()).cancelRequests())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTAINER", "SQLADMIN", "STORAGE"})
    void isRejectedOrTooLateOrInVain(DialectPlace place) {
        harness.operation(place.name("refuses")).rejectsCancel();
        harness.operation(place.name("done")).alreadyDone();
        harness.operation(place.name("stuck")).neverEnds();

        assertThat(cancel(place, "refuses").kind()).isEqualTo(CancelOutcome.Kind.NOT_CANCELLABLE);
        assertThat(cancel(place, "done").kind()).isEqualTo(CancelOutcome.Kind.ALREADY_DONE);
        assertThat(cancel(place, "stuck").kind()).isEqualTo(CancelOutcome.Kind.STILL_RUNNING);
        assertThat(cancel(place, "forgotten").kind()).isEqualTo(CancelOutcome.Kind.NOT_FOUND);
    }

    @Test
    void isNotSentWhereTheServiceHasNone() {
        harness.operation(DialectPlace.COMPUTE.name("o"));

        assertThat(cancel(DialectPlace.COMPUTE, "o").kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
        assertThat(harness.server.requests())
                .noneMatch(request -> request.line().contains("cancel"));
    }

    @Test
    void takesNamesOfAllServicesInOneBatch() {
        List<OperationName> names = Stream.of(DialectPlace.CONTAINER, DialectPlace.SQLADMIN, DialectPlace.STORAGE)
                .map(place -> place.name("cancels-500-x"))
                .toList();

        try (CancelBatch batch = harness.client.canceller().cancelAll(names, BatchOptions.defaults())) {
            assertThat(batch.stream()
                            .map(result -> result.outcome().orElseThrow().kind()))
                    .containsExactlyInAnyOrder(
                            CancelOutcome.Kind.ENDED, CancelOutcome.Kind.CANCELLED, CancelOutcome.Kind.CANCELLED);
        }
    }

    private CancelOutcome cancel(DialectPlace place, String id) {
        return harness.client.canceller().cancel(place.name(id));
    }
}
