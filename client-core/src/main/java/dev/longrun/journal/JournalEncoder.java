// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.LongrunException;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.time.Instant;

/**
 * Writes the lines of a journal, without the line break. All lines begin alike:
 *
 * <pre>{@code
 * {"schemaVersion":1,"at":"2026-…","event":"intent","name":"projects/p/…/operations/o","service":"file.googleapis.com","version":"v1"}
 * {…,"event":"response",…,"request":"ACCEPTED"}
 * {…,"event":"outcome",…,"outcome":"CANCELLED","request":"ACCEPTED","acknowledged":true,"polls":2,"elapsedMs":812,…}
 * }</pre>
 */
record JournalEncoder(Instant at) {
    static final int SCHEMA_VERSION = 1;
    private static final int LONGEST_OPERATION = 1 << 20;
    static final String BEGINNING = "{\"schemaVersion\":";

    String planned(JournalKey name, long number, long of) {
        return begin("planned", name).put("number", number).put("of", of).end();
    }

    String intent(JournalKey name) {
        return begin("intent", name).end();
    }

    String response(JournalKey name, RequestStatus status) {
        return begin("response", name).put("request", status.name()).end();
    }

    String failure(JournalKey name, LongrunException cause) {
        return begin("failure", name).putRaw("error", error(cause)).end();
    }

    String outcome(CancelOutcome outcome) {
        return write(begin("outcome", JournalKey.of(outcome.name())), outcome).end();
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
        return json;
    }

    /** The operation is left out if it is longer than a mebibyte. */
    private static JsonWriter write(JsonWriter json, CancelOutcome outcome) {
        CancelEvidence evidence = outcome.evidence();
        json.put("outcome", outcome.kind().name())
                .put("request", evidence.requestStatus().name())
                .put("acknowledged", evidence.acknowledged())
                .put("polls", evidence.polls())
                .put("elapsedMs", evidence.elapsed().toMillis());
        outcome.status().ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        outcome.operation()
                .map(read -> read.json().raw())
                .filter(raw -> raw.length() <= LONGEST_OPERATION)
                .ifPresent(raw -> json.putRaw("operation", raw));
        outcome.operation().ifPresent(read -> json.put("state", read.state().name()));
        outcome.cause().ifPresent(cause -> json.putRaw("error", error(cause)));
        return json;
    }

    private static String error(LongrunException cause) {
        return JsonWriter.object()
                .put("message", String.valueOf(cause.getMessage()))
                .end();
    }
}
