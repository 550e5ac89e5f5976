// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import dev.longrun.wire.JsonWriter;
import java.util.Optional;

/** An error of JSON-RPC. The SDK has none for a message whose id is not known. */
final class ErrorLine {
    /** The first code that JSON-RPC leaves to servers. */
    static final int BUSY = -32_000;

    private ErrorLine() {}

    /** @param id of the request: a string or a whole number; anything else counts as not known */
    static String of(Optional<Object> id, int code, String message) {
        JsonWriter line = JsonWriter.object().put("jsonrpc", "2.0");
        Object known = id.orElse(null);
        if (known instanceof String text) {
            line.put("id", text);
        } else if (known instanceof Integer || known instanceof Long) {
            line.put("id", ((Number) known).longValue());
        } else {
            line.putNull("id");
        }
        return line.putRaw(
                        "error",
                        JsonWriter.object()
                                .put("code", code)
                                .put("message", message)
                                .end())
                .end();
    }
}
