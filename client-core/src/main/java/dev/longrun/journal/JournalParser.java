// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.JournalEntry.Failure;
import dev.longrun.journal.JournalEntry.Intent;
import dev.longrun.journal.JournalEntry.Outcome;
import dev.longrun.journal.JournalEntry.Planned;
import dev.longrun.journal.JournalEntry.Response;
import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.time.Instant;

/** Parses one line. Unknown fields are ignored; an unknown event is an error that names the line. */
record JournalParser(String file) {
    private static final int QUOTED = 80;

    JournalEntry parse(byte[] line, long number) {
        try {
            return entry(JsonObject.parse(line));
        } catch (JsonException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "journal %s, line %d: expected a line that this program wrote; got damage: %s. Nothing was sent; only a last line may be torn. Restore the file, or begin again without it"
                            .formatted(file, number, e.getMessage()),
                    e);
        }
    }

    /**
     * Checks that a first line without an end is a torn line of a journal, which may be cut off, and not another file,
     * which may not. Bytes that did not reach the disk before a power failure may read as zeros.
     */
    void checkTorn(byte[] firstLine) {
        for (int i = 0; i < Math.min(firstLine.length, JournalEncoder.BEGINNING.length()); i++) {
            if (firstLine[i] != 0 && firstLine[i] != JournalEncoder.BEGINNING.charAt(i)) {
                throw new ConfigurationException(
                        "journal %s: expected it to begin like a journal, with %s; got %s. Nothing was sent, and the file is as it was"
                                .formatted(file, JournalEncoder.BEGINNING, shortened(firstLine)));
            }
        }
    }

    private static String shortened(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, QUOTED), UTF_8);
        return line.length > QUOTED ? text + '…' : text;
    }

    private static JournalEntry entry(JsonObject json) {
        long version = json.integer("schemaVersion").orElse(0);
        if (version != JournalEncoder.SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "schemaVersion must be 1; got " + json.raw("schemaVersion").orElse("none"));
        }
        JournalKey name = new JournalKey(
                text(json, "service").intern(),
                text(json, "version").intern(),
                text(json, "name"),
                json.string("endpoint").orElse(null));
        String event = text(json, "event");
        return switch (event) {
            case "planned" -> new Planned(name, at(json), count(json, "number"), count(json, "of"));
            case "intent" -> new Intent(name);
            case "response", "answer" -> new Response(name, status(text(json, "request")));
            case "failure" -> new Failure(name);
            case "outcome", "verdict" ->
                new Outcome(
                        name,
                        CancelOutcome.Kind.valueOf(text(json, "outcome")),
                        json.string("state").map(Operation.State::valueOf).orElse(null));
            default -> throw new IllegalArgumentException("unknown event \"" + event + '"');
        };
    }

    /** Journals of earlier versions have other words for two of them. */
    private static RequestStatus status(String word) {
        return switch (word) {
            case "REFUSED" -> RequestStatus.REJECTED;
            case "UNKNOWN" -> RequestStatus.AMBIGUOUS;
            default -> RequestStatus.valueOf(word);
        };
    }

    private static String text(JsonObject json, String field) {
        return json.string(field).orElseThrow(() -> new IllegalArgumentException("no " + field));
    }

    private static long count(JsonObject json, String field) {
        return json.integer(field).orElseThrow(() -> new IllegalArgumentException("no " + field));
    }

    private static Instant at(JsonObject json) {
        return json.timestamp("at").orElseThrow(() -> new IllegalArgumentException("no at"));
    }
}
