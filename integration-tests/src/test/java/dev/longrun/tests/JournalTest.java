// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelResult;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal holds of each step of a cancel, and when. */
class JournalTest {
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

    @Nested
    class Written {
        private final OperationName name = Harness.name("cancels-500-x");

        @Test
        void isAnIntentThatLiesInTheFileWhenTheRequestArrives() {
            var found = new ConcurrentLinkedQueue<String>();
            harness.server.onRequest(request -> {
                if (request.rpc().filter(ApiMethod.CANCEL::equals).isPresent()) {
                    found.add(journals.text());
                }
            });
            try (CancelJournal journal = journals.create()) {
                harness.client.canceller().cancel(name, CancelOptions.defaults().withWriteAheadLog(journal));
            }
            assertThat(found).singleElement().asString().contains("\"event\":\"intent\"", name.value());
        }

        @Test
        void isEachStepInOrder() {
            try (CancelJournal journal = journals.create()) {
                journal.plan(List.of(name));
                journals.cancelAll(Stream.of(name), journal);
            }
            assertThat(journals.events()).containsExactly("planned", "intent", "response", "outcome");
            assertThat(journals.lines())
                    .allSatisfy(line -> assertThat(line.string("name")).contains(name.value()));
        }

        @Test
        void isWhatTheCommandWritesOfAnOutcome() {
            try (CancelJournal journal = journals.create()) {
                journals.cancelAll(Stream.of(name), journal);
            }
            JsonObject verdict = journals.lines().get(2);
            assertThat(verdict.fields())
                    .containsExactly(
                            "schemaVersion",
                            "at",
                            "event",
                            "name",
                            "service",
                            "version",
                            "outcome",
                            "request",
                            "acknowledged",
                            "polls",
                            "elapsedMs",
                            "status",
                            "operation",
                            "state",
                            "createTime",
                            "crc32c");
            assertThat(verdict.string("outcome")).contains("CANCELLED");
        }

        @Test
        void isAFailureWhereNothingWasAskedFor() {
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
            try (CancelJournal journal = journals.create()) {
                assertThat(journals.cancelAll(Stream.of(name), journal))
                        .singleElement()
                        .extracting(CancelResult::failure)
                        .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                        .isPresent();
            }
            assertThat(journals.events()).containsExactly("intent", "failure");
        }
    }

    /** The server answers once the stage is attached, so that it does not run here. */
    @Nested
    class ClosedByAStageOfTheCancel {
        private final CountDownLatch attached = new CountDownLatch(1);

        @BeforeEach
        void answerLater() {
            harness.server.onRequest(request -> await(attached));
        }

        private List<String> eventsOf(String id) throws Exception {
            CancelJournal journal = journals.create();
            var closed = harness.client
                    .canceller()
                    .cancelAsync(Harness.name(id), CancelOptions.defaults().withWriteAheadLog(journal))
                    .handle((outcome, failure) -> {
                        journal.close();
                        return outcome;
                    });
            attached.countDown();
            closed.get(20, TimeUnit.SECONDS);
            return journals.events();
        }

        @Test
        void holdsItsVerdict() throws Exception {
            assertThat(eventsOf("cancels-0-x")).containsExactly("intent", "response", "outcome");
        }

        @Test
        void orWhyThereIsNone() throws Exception {
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
            assertThat(eventsOf("cancels-0-x")).containsExactly("intent", "failure");
        }

        private void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException serverStops) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
