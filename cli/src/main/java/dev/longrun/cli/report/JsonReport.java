// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.wire.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes the rows of a report as JSON, one object a line. Moments that are not known are left out. */
final class JsonReport {
    private static final int SCHEMA_VERSION = 1;

    private JsonReport() {}

    static void write(Report report, Writer out) throws IOException {
        report.rows().forEach(row -> {
            out.write(json(row));
            out.write('\n');
        });
    }

    private static String json(ReportRow row) {
        JsonWriter json = JsonWriter.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("outcome", row.outcome())
                .put("service", row.service())
                .put("name", row.name());
        RowTimes times = row.times();
        putTime(json, "createTime", times.created());
        putTime(json, "askedAt", times.asked());
        putTime(json, "answeredAt", times.answered());
        putTime(json, "notedAt", times.noted());
        putTime(json, "endedAt", times.ended());
        if (!row.request().isEmpty()) {
            json.put("request", row.request());
        }
        json.put("acknowledged", row.isNoted()).put("polls", row.reads());
        if (row.elapsed() >= 0) {
            json.put("elapsedMs", row.elapsed());
        }
        return (row.words().isEmpty() ? json : json.put("words", row.words())).end();
    }

    private static void putTime(JsonWriter json, String field, long millis) {
        if (millis != 0) {
            json.put(field, RowTimes.text(millis));
        }
    }
}
