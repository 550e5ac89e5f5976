// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import dev.longrun.error.Status;

/** The inverse of {@link StatusReader}, on one line: for output, and for servers in tests. */
public final class StatusWriter {

    /** A {@code google.rpc.Status}, as in an operation. */
    public static String status(Status status) {
        return withDetails(JsonWriter.object().put("code", status.number()).put("message", status.message()), status)
                .end();
    }

    /** A response body (AIP-193): {@code {"error": {"code": 403, "status": "PERMISSION_DENIED", …}}}. */
    public static String errorBody(Status status, int httpStatus) {
        JsonWriter error = JsonWriter.object()
                .put("code", httpStatus)
                .put("message", status.message())
                .put("status", status.code().name());
        return JsonWriter.object()
                .putRaw("error", withDetails(error, status).end())
                .end();
    }

    private static JsonWriter withDetails(JsonWriter json, Status status) {
        if (status.details().isEmpty()) {
            return json;
        }
        return json.putRaw(
                "details", status.details().stream().map(DetailWriter::detail).toList());
    }

    private StatusWriter() {}
}
