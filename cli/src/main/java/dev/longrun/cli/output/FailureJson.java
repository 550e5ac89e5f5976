// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.LongrunException;
import dev.longrun.wire.ExceptionWriter;
import dev.longrun.wire.JsonWriter;

/** A failure as JSON: how far the request got, the message, and the server's status where there is one. */
public final class FailureJson {
    private FailureJson() {}

    /** @param begun the object of the name that failed */
    public static String line(JsonWriter begun, RuntimeException failure) {
        return begun.putRaw("error", of(failure)).end();
    }

    private static String of(RuntimeException failure) {
        return failure instanceof LongrunException known
                ? ExceptionWriter.exception(known)
                : JsonWriter.object()
                        .put("kind", "NOT_SENT")
                        .put("message", String.valueOf(failure.getMessage()))
                        .end();
    }
}
