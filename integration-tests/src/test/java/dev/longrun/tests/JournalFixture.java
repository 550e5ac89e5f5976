// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A journal in a directory of the test, and a client whose far timers never fire, however long the disk takes. */
final class JournalFixture implements AutoCloseable {
    final Harness harness = Harness.withoutFarTimers();
    final Path file;

    JournalFixture(Path directory) {
        file = directory.resolve("journal.jsonl");
    }

    CancelJournal create() {
        return CancelJournal.create(file, harness.time);
    }

    CancelJournal resume() {
        return CancelJournal.resume(file, (service, version) -> Harness.FILE, harness.time);
    }

    /** Cancels all, with their steps in the journal. */
    List<CancelResult> cancelAll(Stream<OperationName> names, CancelJournal journal) {
        BatchOptions options = BatchOptions.defaults().withWriteAheadLog(journal);
        try (CancelBatch batch = harness.client.canceller().cancelAll(names, options)) {
            return batch.stream().toList();
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonObject> lines() {
        return text().lines().map(JsonObject::parse).toList();
    }

    /** The kinds of the lines, such as {@code intent}, in their order. */
    List<String> events() {
        return lines().stream().map(line -> line.string("event").orElseThrow()).toList();
    }

    @Override
    public void close() {
        harness.close();
    }
}
