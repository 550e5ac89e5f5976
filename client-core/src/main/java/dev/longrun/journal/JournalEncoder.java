// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.LongrunException;
import dev.longrun.json.JsonObject;
import dev.longrun.text.SafeText;
import dev.longrun.text.SecretRedactor;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a journal, with the line break. All lines begin and end alike:
 *
 * <pre>{@code
 * {"schemaVersion":2,"at":"2026-…","event":"intent","name":"projects/p/…/operations/o","service":"file.googleapis.com","version":"v1","crc32c":"0a1b2c3d"}
 * {…,"event":"response",…,"request":"ACCEPTED"}
 * {…,"event":"outcome",…,"outcome":"CANCELLED","request":"ACCEPTED","acknowledged":true,"polls":2,"elapsedMs":812,…}
 * }</pre>
 *
 * @param at the time of the line
 * @param notes fields that the line has besides its own
 */
record JournalEncoder(Instant at, Map<String, String> notes) {
    static final int SCHEMA_VERSION = 2;
    private static final String[] TRACES = SecretRedactor.TRACES.split(" ");
    private static final int LONGEST_OPERATION = 1 << 20;
    private static final int LONGEST_MESSAGE = 1 << 16;
    /** The fields of all lines; a note has another one. */
    static final Set<String> FIELDS = Set.of(
            "schemaVersion",
            "at",
            "event",
            "name",
            "service",
            "version",
            "endpoint",
            "number",
            "of",
            "request",
            "outcome",
            "acknowledged",
            "polls",
            "elapsedMs",
            "status",
            "operation",
            "state",
            "error",
            "createTime",
            "notedAt",
            "crc32c");

    static final String BEGINNING = "{\"schemaVersion\":";

    private static final byte[] CHECKSUM = ",\"crc32c\":\"".getBytes(UTF_8);
    private static final int SEAL = CHECKSUM.length + 8 + "\"}".length();

    JournalEncoder(Instant at) {
        this(at, Map.of());
    }

    byte[] planned(JournalKey name, long number, long of) {
        return sealed(begin("planned", name).put("number", number).put("of", of).end());
    }

    /** @param reason of the requests; left out if there is none */
    byte[] intent(JournalKey name, Optional<String> reason) {
        JsonWriter json = begin("intent", name);
        reason.ifPresent(text -> json.put("reason", safe(text)));
        return sealed(json.end());
    }

    byte[] response(JournalKey name, RequestStatus status) {
        return sealed(begin("response", name).put("request", status.name()).end());
    }

    byte[] failure(JournalKey name, LongrunException cause) {
        return sealed(begin("failure", name).putRaw("error", error(cause)).end());
    }

    byte[] outcome(CancelOutcome outcome, @Nullable Instant noted) {
        JsonWriter json = write(begin("outcome", JournalKey.of(outcome.name())), outcome);
        outcome.operation()
                .flatMap(read -> read.info().createTime())
                .ifPresent(created -> json.put("createTime", created.toString()));
        if (noted != null) {
            json.put("notedAt", noted.toString());
        }
        return sealed(json.end());
    }

    /**
     * The bytes of a JSON object, its last field being the checksum of all bytes before that field.
     *
     * @throws IllegalArgumentException if the line would be too long to be read again, as by a name of megabytes
     */
    static byte[] sealed(String json) {
        byte[] text = json.getBytes(UTF_8);
        if (text.length + SEAL > JournalReader.LONGEST_LINE) {
            throw new IllegalArgumentException("a line of a journal must have at most " + JournalReader.LONGEST_LINE
                    + " bytes; got " + (text.length + SEAL));
        }
        int end = text.length - 1;
        byte[] line = Arrays.copyOf(text, end + SEAL + 1);
        ByteBuffer.wrap(line, end, SEAL + 1)
                .put(CHECKSUM)
                .put(checksum(text, end).getBytes(UTF_8))
                .put(new byte[] {'"', '}', '\n'});
        return line;
    }

    /** The notes of a line: its texts under fields that are not the journal's own. */
    static Map<String, String> notes(JsonObject line) {
        Map<String, String> notes = new TreeMap<>();
        for (String field : line.fields()) {
            if (!FIELDS.contains(field)) {
                line.string(field).ifPresent(text -> notes.put(field, text));
            }
        }
        return notes;
    }

    /** Whether a line of {@code length} bytes, without its line break, ends with a checksum. */
    static boolean isSealed(byte[] line, int length) {
        int end = length - SEAL;
        return end > 0
                && Arrays.equals(line, end, end + CHECKSUM.length, CHECKSUM, 0, CHECKSUM.length)
                && line[length - 2] == '"'
                && line[length - 1] == '}';
    }

    /** Whether the checksum at the end of a sealed line is that of its bytes. */
    static boolean isSound(byte[] line, int length) {
        int end = length - SEAL;
        String written = new String(line, end + CHECKSUM.length, 8, UTF_8);
        return written.equals(checksum(line, end));
    }

    private static String checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private JsonWriter begin(String event, JournalKey name) {
        JsonWriter json = JsonWriter.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("at", at.toString())
                .put("event", event)
                .put("name", name.value())
                .put("service", name.service())
                .put("version", name.version());
        if (name.endpoint() != null) {
            json.put("endpoint", name.endpoint());
        }
        notes.forEach(json::put);
        return json;
    }

    /** The operation is left out if it is longer than a mebibyte, and the status if it is longer than 64 Ki. */
    private static JsonWriter write(JsonWriter json, CancelOutcome outcome) {
        CancelEvidence evidence = outcome.evidence();
        json.put("outcome", outcome.kind().name())
                .put("request", evidence.requestStatus().name())
                .put("acknowledged", evidence.acknowledged())
                .put("polls", evidence.polls())
                .put("elapsedMs", evidence.elapsed().toMillis());
        outcome.status().ifPresent(status -> json.putRaw("status", safe(StatusWriter.status(status))));
        outcome.operation()
                .map(read -> read.json().raw())
                .filter(raw -> raw.length() <= LONGEST_OPERATION)
                .ifPresent(raw -> json.putRaw("operation", safe(raw)));
        outcome.operation().ifPresent(read -> json.put("state", read.state().name()));
        outcome.cause().ifPresent(cause -> json.putRaw("error", error(cause)));
        return json;
    }

    /** Most operations are ASCII without a trace of a credential: those load no class that escapes and redacts. */
    private static String safe(String json) {
        return json.chars().allMatch(c -> c <= '~') && Arrays.stream(TRACES).noneMatch(json::contains)
                ? json
                : SafeText.json(json);
    }

    private static String error(LongrunException cause) {
        String message = String.valueOf(cause.getMessage());
        String kept = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + '…';
        return JsonWriter.object().put("message", kept).end();
    }
}
