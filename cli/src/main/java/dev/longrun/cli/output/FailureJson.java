// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.LongrunException;
import dev.longrun.json.ExceptionWriter;
import dev.longrun.json.JsonWriter;

/** A failure as JSON: how far the request got, what is to be said, and the server's status where it gave one. */
final class FailureJson {
    private FailureJson() {}

    /** @param begun whose failure it is */
    static String line(JsonWriter begun, RuntimeException failure) {
        return begun.putRaw("error", of(failure)).end();
    }

    /** As {@link ExceptionWriter#exception}. */
    static String of(RuntimeException failure) {
        return failure instanceof LongrunException known
                ? ExceptionWriter.exception(known)
                : JsonWriter.object()
                        .put("kind", "NOT_SENT")
                        .put("message", String.valueOf(failure.getMessage()))
                        .end();
    }
}
