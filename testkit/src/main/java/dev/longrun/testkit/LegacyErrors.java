// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.wire.JsonWriter;
import java.util.List;

/** Error responses of APIs that are older than AIP-193: a word in {@code errors[]} instead of a status. */
final class LegacyErrors {

    static FakeResponse of(Code code, String message) {
        String item = JsonWriter.object()
                .put("message", message)
                .put("domain", "global")
                .put("reason", reason(code))
                .end();
        String error = JsonWriter.object()
                .put("code", code.httpStatus())
                .put("message", message)
                .putRaw("errors", List.of(item))
                .end();
        return FakeResponse.json(
                code.httpStatus(), JsonWriter.object().putRaw("error", error).end());
    }

    private static String reason(Code code) {
        return switch (code) {
            case NOT_FOUND -> "notFound";
            case INVALID_ARGUMENT -> "invalid";
            case UNIMPLEMENTED -> "notImplemented";
            case UNAVAILABLE -> "backendError";
            default -> "failedPrecondition";
        };
    }

    private LegacyErrors() {}
}
