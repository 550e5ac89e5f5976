// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
        return LINE.planned(JournalKey.of(name(id)), number, of) + '\n';
    }

    static String intent(String id) {
        return LINE.intent(JournalKey.of(name(id))) + '\n';
    }

    static String answer(String id) {
        return LINE.response(JournalKey.of(name(id)), RequestStatus.ACCEPTED) + '\n';
    }

    static String verdict(String id) {
        return intent(id).replace("\"intent\"", "\"verdict\"").replace("}", ",\"outcome\":\"CANCELLED\"}");
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
