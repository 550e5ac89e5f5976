// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cancel.CancelResult;
import dev.longrun.error.Code;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private final Harness harness = Harness.withoutFarTimers();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        harness.close();
    }

    private Path file() {
        return directory.resolve("journal.jsonl");
    }

    private CancelJournal create() {
        return CancelJournal.create(file(), harness.time);
    }

    private CancelJournal resume() {
        return CancelJournal.resume(file(), (service, version) -> Harness.FILE, harness.time);
    }

    private List<CancelResult> cancelAll(Stream<OperationName> names, CancelJournal journal) {
        try (CancelBatch run = harness.client
                .canceller()
                .cancelAll(names, BatchOptions.defaults().withWriteAheadLog(journal))) {
            return run.stream().toList();
        }
    }

    private List<String> events() throws IOException {
        return Files.readAllLines(file()).stream()
                .map(JsonObject::parse)
                .map(line -> line.string("event").orElseThrow())
                .toList();
    }

    @Nested
    class Written {
        private final OperationName name = Harness.name("cancels-500-x");

        @Test
        void isAnIntentThatLiesInTheFileWhenTheRequestArrives() {
            var found = new ConcurrentLinkedQueue<String>();
            harness.server.onRequest(request -> {
                if (request.rpc().filter(ApiMethod.CANCEL::equals).isPresent()) {
                    found.add(read(file()));
                }
            });
            try (CancelJournal journal = create()) {
                harness.client.canceller().cancel(name, CancelOptions.defaults().withWriteAheadLog(journal));
            }
            assertThat(found).singleElement().asString().contains("\"event\":\"intent\"", name.value());
        }

        @Test
        void isEachStepInOrder() throws IOException {
            try (CancelJournal journal = create()) {
                journal.plan(List.of(name));
                cancelAll(Stream.of(name), journal);
            }
            assertThat(events()).containsExactly("planned", "intent", "response", "outcome");
            assertThat(Files.readAllLines(file()))
                    .allSatisfy(line ->
                            assertThat(JsonObject.parse(line).string("name")).contains(name.value()));
        }

        @Test
        void isWhatTheCommandWritesOfAnOutcome() throws IOException {
            try (CancelJournal journal = create()) {
                cancelAll(Stream.of(name), journal);
            }
            JsonObject verdict = JsonObject.parse(Files.readAllLines(file()).get(2));
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
                            "crc32c");
            assertThat(verdict.string("outcome")).contains("CANCELLED");
        }

        @Test
        void isAFailureWhereNothingWasAskedFor() throws IOException {
            harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
            try (CancelJournal journal = create()) {
                assertThat(cancelAll(Stream.of(name), journal))
                        .singleElement()
                        .extracting(CancelResult::failure)
                        .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                        .isPresent();
            }
            assertThat(events()).containsExactly("intent", "failure");
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
            CancelJournal journal = create();
            var closed = harness.client
                    .canceller()
                    .cancelAsync(Harness.name(id), CancelOptions.defaults().withWriteAheadLog(journal))
                    .handle((outcome, failure) -> {
                        journal.close();
                        return outcome;
                    });
            attached.countDown();
            closed.get(20, TimeUnit.SECONDS);
            return events();
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

    @Nested
    class Resumed {
        private final OperationName name = Harness.name("cancels-0-x");

        /** As a process leaves it that dies after it sent a request and before it got the answer. */
        private void intentAlone() {
            try (CancelJournal journal = create()) {
                journal.intent(name).join();
            }
        }

        private CancelOutcome outcome() {
            try (CancelJournal journal = resume()) {
                return cancelAll(journal.remaining(), journal).get(0).outcome().orElseThrow();
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
            try (CancelJournal journal = create()) {
                assertThat(cancelAll(Stream.of(name), journal))
                        .extracting(result -> result.outcome().orElseThrow())
                        .are(kind(Kind.STILL_RUNNING));
            }
            harness.time.advance(Duration.ofMinutes(20));
            assertThat(outcome()).is(kind(Kind.CANCELLED));
        }

        @Test
        void oneThatWasAcceptedAndCannotBeReadIsUnknownAndNotAskedAgain() {
            try (CancelJournal journal = create()) {
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
            try (CancelJournal journal = create()) {
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
            try (CancelJournal journal = create()) {
                journal.plan(List.of(planned, settled, name));
                cancelAll(Stream.of(settled), journal);
                journal.intent(name).join();
            }
            try (CancelJournal journal = resume()) {
                assertThat(journal.remaining()).containsExactly(name, planned);
                assertThat(journal.remaining(Stream.of(settled, planned, Harness.name("cancels-0-new"))))
                        .containsExactly(name, planned, Harness.name("cancels-0-new"));
                assertThat(journal.contents().counts().of(Kind.CANCELLED)).isEqualTo(1);
                assertThat(journal.contents().unsettled()).isEqualTo(2);
            }
        }
    }

    /**
     * A process may die at any byte. The text of the ids has four places for a number, so that each death has
     * operations of its own.
     */
    @Nested
    class CutOffAtAnyByte {
        private static final String PLACE = "zzzz";

        private List<OperationName> names(String place) {
            return Stream.of("cancels-0-" + place, "refuses-" + place)
                    .map(Harness::name)
                    .toList();
        }

        private String journalOfAWholeRun() {
            try (CancelJournal journal = create()) {
                cancelAll(names(PLACE).stream(), journal);
            }
            return read(file());
        }

        @Test
        void allEndWithOneVerdictAndNothingElseIsTouched() throws IOException {
            resumeAtEveryLength(false);
        }

        @Test
        void whatHasEndedMeanwhileIsNotAskedAgain() throws IOException {
            resumeAtEveryLength(true);
        }

        private static String withChecksums(String lines) {
            return lines.lines()
                    .map(line -> line.substring(0, line.indexOf(",\"crc32c\"")))
                    .map(line -> line + ",\"crc32c\":\"" + checksum(line) + "\"}\n")
                    .collect(Collectors.joining());
        }

        private static String checksum(String text) {
            CRC32C crc = new CRC32C();
            crc.update(text.getBytes(UTF_8));
            return "%08x".formatted(crc.getValue());
        }

        private void resumeAtEveryLength(boolean requestsHadLeft) throws IOException {
            var cancelled = new ConcurrentLinkedQueue<String>();
            String run = journalOfAWholeRun();
            harness.server.onRequest(request ->
                    request.rpc().filter(ApiMethod.CANCEL::equals).ifPresent(rpc -> cancelled.add(request.name())));
            for (int length = 0; length <= run.length(); length++) {
                String place = "%04d".formatted(length);
                String left = withChecksums(run.replace(PLACE, place)).substring(0, length);
                Files.writeString(file(), left);
                Set<String> asked = requestsHadLeft ? ask(left) : Set.of();
                cancelled.clear();
                resume(names(place));
                assertThat(cancelled)
                        .as("cut off after %d bytes", length)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(
                                names(place).stream().map(OperationName::value).toList())
                        .noneMatch(asked::contains);
                assertThat(verdicts())
                        .as("cut off after %d bytes", length)
                        .containsExactlyInAnyOrderElementsOf(
                                names(place).stream().map(OperationName::value).toList());
            }
        }

        /** Sends the requests whose intent is in the file; those that can be done are done then. */
        private Set<String> ask(String left) {
            Set<String> names = Arrays.stream(
                            left.substring(0, left.lastIndexOf('\n') + 1).split("\n"))
                    .filter(line -> line.contains("\"event\":\"intent\"") && !line.contains("refuses"))
                    .map(line -> JsonObject.parse(line).string("name").orElseThrow())
                    .collect(Collectors.toSet());
            names.forEach(name -> harness.client.operations().cancel(OperationName.of(Harness.FILE, name)));
            return names;
        }

        /** One at a time: the reads of another cancel would move the clock while the disk is at work. */
        private void resume(List<OperationName> names) {
            try (CancelJournal journal = JournalTest.this.resume();
                    CancelBatch batch = harness.client
                            .canceller()
                            .cancelAll(
                                    journal.remaining(names.stream()),
                                    BatchOptions.defaults().withMaxInFlight(1).withWriteAheadLog(journal))) {
                batch.forEachRemaining(result -> {});
            }
        }

        private List<String> verdicts() throws IOException {
            return Files.readAllLines(file()).stream()
                    .filter(line -> line.contains("\"event\":\"outcome\""))
                    .map(line -> JsonObject.parse(line).string("name").orElseThrow())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
