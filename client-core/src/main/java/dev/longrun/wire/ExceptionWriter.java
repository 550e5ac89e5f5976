// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreadableResponseException;

/** Writes an exception as JSON: its kind, its message, and the status of the response where there was one. */
public final class ExceptionWriter {
    private ExceptionWriter() {}

    /** {@code {"kind":"REJECTED","message":"…","httpStatus":403,"status":{…},"requestId":"…"}} on one line. */
    public static String exception(LongrunException exception) {
        JsonWriter json =
                JsonWriter.object().put("kind", kind(exception)).put("message", String.valueOf(exception.getMessage()));
        if (exception instanceof ApiException api) {
            json.put("httpStatus", api.httpStatus()).putRaw("status", StatusWriter.status(api.status()));
            api.requestId().ifPresent(id -> json.put("requestId", id));
        }
        return json.end();
    }

    private static String kind(LongrunException exception) {
        if (exception instanceof ApiException) {
            return "REJECTED";
        } else if (exception instanceof UnreadableResponseException) {
            return "UNREADABLE_RESPONSE";
        }
        return exception.mayHaveTakenEffect() ? "NO_RESPONSE" : "NOT_SENT";
    }
}
