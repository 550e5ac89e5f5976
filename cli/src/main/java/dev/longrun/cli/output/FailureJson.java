// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.json.JsonWriter;
import dev.longrun.json.StatusWriter;

/** A failure as JSON: how far the request got, what is to be said, and the server's status where it gave one. */
final class FailureJson {
    private FailureJson() {}

    /** @param begun whose failure it is */
    static String line(JsonWriter begun, LongrunException failure) {
        return begun.putRaw("error", of(failure)).end();
    }

    /** {@code {"kind":"REFUSED","message":"…","httpStatus":403,"status":{…}}}. */
    static String of(LongrunException failure) {
        JsonWriter json =
                JsonWriter.object().put("kind", kind(failure)).put("message", String.valueOf(failure.getMessage()));
        if (failure instanceof ApiException api) {
            json.put("httpStatus", api.httpStatus()).putRaw("status", StatusWriter.status(api.status()));
            api.requestId().ifPresent(id -> json.put("requestId", id));
        }
        return json.end();
    }

    private static String kind(LongrunException failure) {
        if (failure instanceof ApiException) {
            return "REFUSED";
        } else if (failure instanceof UnreadableResponseException) {
            return "UNREADABLE_ANSWER";
        }
        return failure.mayHaveTakenEffect() ? "NO_ANSWER" : "NOT_SENT";
    }
}
