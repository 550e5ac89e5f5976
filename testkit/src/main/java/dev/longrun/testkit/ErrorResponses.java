// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;
import dev.longrun.wire.JsonWriter;
import java.time.Duration;
import java.util.Locale;

/** Error responses in the form of AIP-193, each with an ErrorInfo. */
final class ErrorResponses {

    static final String GOOGLE = "googleapis.com";

    static FakeResponse of(Code code, String message, String reason, String domain) {
        return of(code, message, errorInfo(reason, domain));
    }

    /** @param details the JSON of one Any or several, comma-separated */
    static FakeResponse of(Code code, String message, String details) {
        String error = JsonWriter.object()
                .put("code", code.httpStatus())
                .put("message", message)
                .put("status", code.name())
                .putRaw("details", "[" + details + "]")
                .end();
        return FakeResponse.json(
                code.httpStatus(), JsonWriter.object().putRaw("error", error).end());
    }

    static String errorInfo(String reason, String domain) {
        return JsonWriter.object()
                .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", reason)
                .put("domain", domain)
                .putRaw("metadata", JsonWriter.object().put("service", domain).end())
                .end();
    }

    static String retryInfo(Duration delay) {
        return JsonWriter.object()
                .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
                .put("retryDelay", seconds(delay))
                .end();
    }

    /** As proto JSON writes a duration: {@code 1.500s}, {@code 2s}. */
    private static String seconds(Duration delay) {
        return delay.toMillisPart() == 0
                ? delay.toSeconds() + "s"
                : String.format(Locale.ROOT, "%d.%03ds", delay.toSeconds(), delay.toMillisPart());
    }

    private ErrorResponses() {}
}
