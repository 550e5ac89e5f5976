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
import org.jspecify.annotations.Nullable;

/**
 * Parses one line. Unknown fields are ignored; an unknown event is an error that names the line. Lines of schema
 * version 1 have no checksum.
 */
record JournalParser(String file) {
    private static final int QUOTED = 80;

    JournalEntry parse(byte[] line, long number) {
        try {
            checkBytes(line);
            return entry(JsonObject.parse(line), JournalEncoder.isSealed(line, length(line)));
        } catch (JsonException | IllegalArgumentException e) {
            throw damaged(number, e.getMessage(), e);
        }
    }

    /** Zeros before a whole line are damage too: lines that were on the disk may have been there. */
    private static void checkBytes(byte[] line) {
        int length = length(line);
        if (length > 0 && line[0] == 0) {
            throw new IllegalArgumentException("zero bytes, as after a power failure");
        } else if (JournalEncoder.isSealed(line, length) && !JournalEncoder.isSound(line, length)) {
            throw new IllegalArgumentException("its bytes do not have the checksum that it ends with");
        }
    }

    /** Without the carriage return of a line that was converted for Windows. */
    private static int length(byte[] line) {
        int length = line.length;
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    /**
     * Checks that the bytes after the last line break are a torn line, which may be cut off. Bytes that did not reach
     * the disk before a power failure may read as zeros.
     *
     * @throws ConfigurationException if they are a whole line whose line break is damaged, or the beginning of a file
     *     that is not a journal
     */
    void checkTorn(byte[] bytes, long number) {
        int last = bytes.length - 1;
        if (last > 0 && JournalEncoder.isSealed(bytes, last) && JournalEncoder.isSound(bytes, last)) {
            if (bytes[last] != 0) {
                throw damaged(number, "another byte in place of its line break", null);
            }
        } else if (number == 1) {
            checkBeginning(bytes);
        }
    }

    private void checkBeginning(byte[] firstLine) {
        for (int i = 0; i < Math.min(firstLine.length, JournalEncoder.BEGINNING.length()); i++) {
            if (firstLine[i] != 0 && firstLine[i] != JournalEncoder.BEGINNING.charAt(i)) {
                throw new ConfigurationException(
                        "journal %s: expected it to begin like a journal, with %s; got %s. Nothing was sent, and the file is as it was"
                                .formatted(file, JournalEncoder.BEGINNING, shortened(firstLine)));
            }
        }
    }

    /** @param beginning of a line that is longer than a journal's lines can be */
    ConfigurationException tooLong(byte[] beginning, long number) {
        if (number == 1) {
            checkBeginning(beginning);
        }
        return damaged(number, "more than " + JournalReader.LONGEST_LINE + " bytes without a line break", null);
    }

    private ConfigurationException damaged(long number, @Nullable String what, @Nullable Throwable cause) {
        return new ConfigurationException(
                "journal %s, line %s: expected a line that this program wrote; got damage: %s. Nothing was sent; only a last line may be torn. Restore the file, or begin again without it"
                        .formatted(file, number, what),
                cause);
    }

    private static String shortened(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, QUOTED), UTF_8);
        return line.length > QUOTED ? text + '…' : text;
    }

    private static JournalEntry entry(JsonObject json, boolean sealed) {
        long version = json.integer("schemaVersion").orElse(0);
        if (version != 1 && version != JournalEncoder.SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion must be 1 or 2; got "
                    + json.raw("schemaVersion").orElse("none"));
        } else if (version != 1 && !sealed) { // no single bit makes 1 of 2
            throw new IllegalArgumentException("no checksum at its end");
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
