// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log of one's own that throws: the run says so and ends, and no name is left without its result. */
@Timeout(30)
class BrokenLogTest {
    private static final OperationName FIRST = Harness.name("cancels-0-first");
    private static final OperationName SECOND = Harness.name("cancels-0-second");
    private static final OperationName THIRD = Harness.name("cancels-0-third");

    private final IllegalStateException outOfReach = new IllegalStateException("the database is out of reach");
    private final Harness harness = Harness.start();
    private final List<CancelResult> results = new ArrayList<>();

    @AfterEach
    void close() {
        harness.close();
    }

    private void assertBreaksOff(WriteAheadLog log, Throwable failure) {
        BatchOptions options = BatchOptions.defaults().withWriteAheadLog(log);
        try (CancelBatch run = harness.client.canceller().cancelAll(Stream.of(FIRST, SECOND, THIRD), options)) {
            assertThatThrownBy(() -> run.forEachRemaining(results::add)).isSameAs(failure);
            assertThatThrownBy(run::hasNext).isSameAs(failure);
        }
    }

    private void assertSecondWasNotSent(String why) {
        assertThat(results)
                .filteredOn(result -> result.failure().isPresent())
                .singleElement()
                .satisfies(result -> assertThat(result.failure().orElseThrow()).hasMessage(SECOND + why));
        assertThat(results).extracting(CancelResult::name).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(1);
    }

    @Test
    void nothingMoreBeginsWhereItDoesNotSayWhatAnEarlierRunDid() {
        assertBreaksOff(
                new Quiet() {
                    @Override
                    public Optional<RequestStatus> previousRequest(OperationName name) {
                        throwFor(name);
                        return Optional.empty();
                    }
                },
                outOfReach);
        assertSecondWasNotSent(": the log failed, so nothing more is sent: " + outOfReach);
    }

    @Test
    void nothingMoreBeginsWhereItDoesNotTakeAnIntent() {
        assertBreaksOff(
                new Quiet() {
                    @Override
                    public CompletableFuture<Void> intent(OperationName name) {
                        throwFor(name);
                        return super.intent(name);
                    }
                },
                outOfReach);
        assertSecondWasNotSent(": the log failed, so nothing more is sent: " + outOfReach);
    }

    @Test
    void anIntentThatItCancelsIsOneThatItDoesNotTake() {
        var cancelled = new CancellationException("the database went away");
        assertBreaksOff(
                new Quiet() {
                    @Override
                    public CompletableFuture<Void> intent(OperationName name) {
                        return name.equals(SECOND) ? CompletableFuture.failedFuture(cancelled) : super.intent(name);
                    }
                },
                cancelled);
        assertSecondWasNotSent(": the log failed, so nothing more is sent: " + cancelled);
    }

    @Test
    void oneThatWasAskedForHasItsOutcomeAllTheSame() {
        assertBreaksOff(
                new Quiet() {
                    @Override
                    public void response(OperationName name, RequestStatus status) {
                        throw outOfReach;
                    }
                },
                outOfReach);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome()).isPresent());
        assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(results.size());
    }

    @Test
    void anOutcomeIsToldThoughItTakesNoVerdict() {
        assertBreaksOff(
                new Quiet() {
                    @Override
                    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
                        throw outOfReach;
                    }
                },
                outOfReach);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome()).isPresent());
    }

    @Test
    void anErrorIsAFailureLikeAnyOther() {
        var error = new NoClassDefFoundError("com/example/Driver");
        BatchOptions options = BatchOptions.defaults().withWriteAheadLog(new Quiet() {
            @Override
            public Optional<RequestStatus> previousRequest(OperationName name) {
                throw error;
            }
        });
        try (CancelBatch run = harness.client.canceller().cancelAll(Stream.of(FIRST, SECOND), options)) {
            assertThat(run.next().failure()).isPresent();
            assertThatThrownBy(run::hasNext)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(FIRST + ": the log failed, so nothing more is sent: " + error)
                    .hasCause(error);
        }
    }

    @Test
    void aSingleCancelHasItsOutcomeToo() {
        WriteAheadLog forgets = new Quiet() {
            @Override
            public void response(OperationName name, RequestStatus status) {
                throw outOfReach;
            }

            @Override
            public CompletableFuture<Void> outcome(CancelOutcome outcome) {
                throw outOfReach;
            }
        };
        CancelOptions options = CancelOptions.defaults().withWriteAheadLog(forgets);
        assertThat(harness.client.canceller().cancel(FIRST, options).isCancelled())
                .isTrue();
    }

    @Test
    void aSingleCancelIsNotSentUnlessItsIntentIsTaken() {
        WriteAheadLog refuses = new Quiet() {
            @Override
            public Optional<RequestStatus> previousRequest(OperationName name) {
                throw outOfReach;
            }
        };
        CancelOptions options = CancelOptions.defaults().withWriteAheadLog(refuses);
        assertThat(harness.client.canceller().cancelAsync(FIRST, options))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(ConfigurationException.class)
                .withMessageContaining(FIRST + ": the log failed, so nothing more is sent: " + outOfReach);
        assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
    }

    private class Quiet implements WriteAheadLog {
        void throwFor(OperationName name) {
            if (name.equals(SECOND)) {
                throw outOfReach;
            }
        }

        @Override
        public Optional<RequestStatus> previousRequest(OperationName name) {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<Void> intent(OperationName name) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void response(OperationName name, RequestStatus status) {}

        @Override
        public CompletableFuture<Void> outcome(CancelOutcome outcome) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
