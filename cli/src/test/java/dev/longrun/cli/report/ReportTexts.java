// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reports of given rows, and their texts. */
final class ReportTexts {
    static final String NAME = "projects/p/locations/l/operations/o";

    private ReportTexts() {}

    static ReportRow row(String outcome, int exit, String words) {
        RowTimes times = new RowTimes(0, 1_000, 1_100, 0, 3_500);
        return new ReportRow(outcome, "file.googleapis.com", NAME, exit, times, "ACCEPTED", true, 2, 2_500, words, "");
    }

    static Report report(ReportRow... rows) {
        RowTally tally = new RowTally();
        Arrays.stream(rows).forEach(tally::add);
        ReportHeader header =
                new ReportHeader("cancel", List.of("lro cancel x"), Map.of(), List.of(), "1", 1_000, 4_000, false);
        GoOn again = GoOn.again(List.of("lro", "cancel", "--read-first"), List.of());
        return new Report(header, tally.counts(), tally.unresolved(), tally.goOn(again), null, sink -> {
            for (ReportRow each : rows) {
                sink.accept(each);
            }
        });
    }

    static String text(ReportFormat format, Report report) throws IOException {
        StringWriter out = new StringWriter();
        format.write(report, out);
        return out.toString();
    }

    /** A line of a journal of version 1, which has no checksum. */
    static String line(String event, String id, String more) {
        return "{\"schemaVersion\":1,\"at\":\"2026-01-01T00:00:0" + (event.equals("outcome") ? 2 : 1)
                + "Z\",\"event\":\""
                + event + "\",\"name\":\"projects/p/locations/l/operations/" + id
                + "\",\"service\":\"file.googleapis.com\",\"version\":\"v1\"" + more + "}\n";
    }

    static Path journal(Path directory, String... lines) throws IOException {
        return Files.writeString(directory.resolve("journal.jsonl"), String.join("", lines), UTF_8);
    }

    /** The data that a page embeds. */
    static JsonObject header(String page) {
        String begin = "id=\"report\">";
        int from = page.indexOf(begin) + begin.length();
        return JsonObject.parse(page.substring(from, page.indexOf("</script>", from)));
    }
}
