// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the tests of journals write. */
final class Journals {
    static final ServiceDefinition FILE = ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get cancel
                    """).definition("file.googleapis.com", "v1");
    private static final JournalEncoder LINE = new JournalEncoder(Instant.parse("2026-01-01T00:00:00Z"));

    private Journals() {}

    static OperationName name(String id) {
        return OperationName.of(FILE, "projects/p/locations/l/operations/" + id);
    }

    static String planned(String id, int number, int of) {
        return new String(LINE.planned(JournalKey.of(name(id)), number, of), UTF_8);
    }

    static String intent(String id) {
        return new String(LINE.intent(JournalKey.of(name(id)), Optional.empty()), UTF_8);
    }

    static String answer(String id) {
        return new String(LINE.response(JournalKey.of(name(id)), RequestStatus.ACCEPTED), UTF_8);
    }

    /** The line as earlier versions wrote it, without a checksum. */
    static String old(String line) {
        return line.replace("\"schemaVersion\":2", "\"schemaVersion\":1")
                .replaceFirst(",\"crc32c\":\"[0-9a-f]{8}\"", "");
    }

    /** The old line with the checksum of its bytes. */
    static String sealed(String old) {
        return new String(
                JournalEncoder.sealed(old.replace("\"schemaVersion\":1", "\"schemaVersion\":2")
                        .strip()),
                UTF_8);
    }

    static String verdict(String id) {
        return old(intent(id)).replace("\"intent\"", "\"verdict\"").replace("}", ",\"outcome\":\"CANCELLED\"}");
    }

    static void write(Path file, String... lines) {
        try {
            Files.writeString(file, String.join("", List.of(lines)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static CancelJournal resume(Path file) {
        return CancelJournal.resume(file, (service, version) -> FILE);
    }
}
