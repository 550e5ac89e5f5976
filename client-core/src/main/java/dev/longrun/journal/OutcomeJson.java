// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.LongrunException;
import dev.longrun.json.JsonWriter;
import dev.longrun.json.StatusWriter;

/**
 * The fields of an outcome: {@code outcome}, {@code request}, {@code acknowledged}, {@code polls}, {@code elapsedMs},
 * {@code status}, and {@code operation} as it was read last, unless it is longer than a mebibyte.
 */
final class OutcomeJson {
    private static final int LONGEST_OPERATION = 1 << 20;

    private OutcomeJson() {}

    static JsonWriter write(JsonWriter json, CancelOutcome outcome) {
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
        outcome.cause().ifPresent(cause -> json.putRaw("error", error(cause)));
        return json;
    }

    static String error(LongrunException cause) {
        return JsonWriter.object()
                .put("message", String.valueOf(cause.getMessage()))
                .end();
    }
}
