// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process may die at any byte. Its journal is cut off at each end of a line, and a line is torn after its first byte,
 * in its middle and before its line break; {@code JournalIndexTest} tears a line at every byte. The text of the ids has
 * four places for a number, so that each death has operations of its own.
 */
class JournalCutOffTest {
    private static final String PLACE = "zzzz";

    @TempDir
    Path directory;

    private JournalFixture journals;

    @BeforeEach
    void open() {
        journals = new JournalFixture(directory);
    }

    @AfterEach
    void close() {
        journals.close();
    }

    @Test
    void allEndWithOneOutcomeAndNothingElseIsTouched() throws IOException {
        resumeAtEachLength(false);
    }

    @Test
    void whatHasEndedMeanwhileIsNotAskedAgain() throws IOException {
        resumeAtEachLength(true);
    }

    private void resumeAtEachLength(boolean requestsHadLeft) throws IOException {
        var cancelled = new ConcurrentLinkedQueue<String>();
        String run = journalOfAWholeRun();
        journals.harness.server.onRequest(request ->
                request.rpc().filter(ApiMethod.CANCEL::equals).ifPresent(rpc -> cancelled.add(request.name())));
        for (int length : lengths(run)) {
            String place = "%04d".formatted(length);
            String left = withChecksums(run.replace(PLACE, place)).substring(0, length);
            Files.writeString(journals.file, left);
            Set<String> asked = requestsHadLeft ? ask(left) : Set.of();
            cancelled.clear();
            resume(names(place));
            assertThat(cancelled)
                    .as("cut off after %d bytes", length)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(values(names(place)))
                    .noneMatch(asked::contains);
            assertThat(namesWithOutcome())
                    .as("cut off after %d bytes", length)
                    .containsExactlyInAnyOrderElementsOf(values(names(place)));
        }
    }

    private static Set<Integer> lengths(String run) {
        var lengths = new TreeSet<>(Set.of(0));
        int begin = 0;
        for (int end = run.indexOf('\n'); end >= 0; end = run.indexOf('\n', begin)) {
            lengths.addAll(List.of(begin + 1, (begin + end) / 2, end, end + 1));
            begin = end + 1;
        }
        return lengths;
    }

    private static List<OperationName> names(String place) {
        return Stream.of("cancels-0-" + place, "refuses-" + place)
                .map(Harness::name)
                .toList();
    }

    private static List<String> values(List<OperationName> names) {
        return names.stream().map(OperationName::value).toList();
    }

    private String journalOfAWholeRun() {
        try (CancelJournal journal = journals.create()) {
            journals.cancelAll(names(PLACE).stream(), journal);
        }
        return journals.text();
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

    /** Sends the requests whose intent is in the file; those that can be done are done then. */
    private Set<String> ask(String left) {
        Set<String> names = Arrays.stream(
                        left.substring(0, left.lastIndexOf('\n') + 1).split("\n"))
                .filter(line -> line.contains("\"event\":\"intent\"") && !line.contains("refuses"))
                .map(line -> JsonObject.parse(line).string("name").orElseThrow())
                .collect(Collectors.toSet());
        names.forEach(name -> journals.harness.client.operations().cancel(OperationName.of(Harness.FILE, name)));
        return names;
    }

    /** One at a time: the reads of another cancel would move the clock while the disk is at work. */
    private void resume(List<OperationName> names) {
        try (CancelJournal journal = journals.resume();
                CancelBatch batch = journals.harness
                        .client
                        .canceller()
                        .cancelAll(
                                journal.remaining(names.stream()),
                                BatchOptions.defaults().withMaxInFlight(1).withWriteAheadLog(journal))) {
            batch.forEachRemaining(result -> {});
        }
    }

    private List<String> namesWithOutcome() {
        return journals.lines().stream()
                .filter(line -> line.string("event").orElseThrow().equals("outcome"))
                .map(line -> line.string("name").orElseThrow())
                .toList();
    }
}
