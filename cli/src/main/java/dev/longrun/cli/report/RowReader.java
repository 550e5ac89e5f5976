// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.error.Code;
import dev.longrun.json.JsonObject;
import java.util.Optional;
import java.util.StringJoiner;

/** Reads a row from the JSON of an outcome: what a command prints, and the line of a journal, have the same fields. */
final class RowReader {
    private RowReader() {}

    /** @param words of the command for this result; empty for those of the JSON */
    static ReportRow row(JsonObject json, String outcome, int exit, RowTimes times, String words) {
        return new ReportRow(
                outcome,
                json.string("service").orElse(""),
                json.string("name").orElse(""),
                exit,
                times,
                json.string("request").orElse(""),
                json.bool("acknowledged").orElse(false),
                json.integer("polls").orElse(0),
                json.integer("elapsedMs").orElse(-1),
                words.isEmpty() ? words(json) : words,
                detail(json));
    }

    /** {@code FAILED_PRECONDITION: the backup has begun}, or the message of the error. */
    static String words(JsonObject json) {
        Optional<String> status = json.object("status").map(RowReader::describe);
        return status.or(() -> json.object("error").flatMap(error -> error.string("message")))
                .orElse("");
    }

    private static String describe(JsonObject status) {
        String message = status.string("message").orElse("");
        int number = (int) status.integer("code").orElse(Code.UNKNOWN.number());
        String code = Code.ofNumber(number).name();
        return message.isEmpty() ? code : code + ": " + message;
    }

    private static String detail(JsonObject json) {
        StringJoiner fields = new StringJoiner(",", "{", "}").setEmptyValue("");
        json.raw("status").ifPresent(status -> fields.add("\"status\":" + status));
        json.raw("error").ifPresent(error -> fields.add("\"error\":" + error));
        return fields.toString();
    }
}
