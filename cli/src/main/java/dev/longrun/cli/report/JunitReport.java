// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cli.output.ExitCode;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report as the XML of test results that CI servers read: a test case for each operation. One that came out as
 * asked passes; one that ended otherwise or runs on is a failure; one whose outcome is not known is an error; one that
 * was not begun is skipped.
 */
final class JunitReport {
    static final String BEGINNING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"lro\"";

    private static final double MILLIS = 1000.0;

    private JunitReport() {}

    private enum Verdict {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Verdict of(ReportRow row) {
            if (row.outcome().equals(ReportRow.NOT_BEGUN)) {
                return SKIPPED;
            }
            return switch (ExitCode.of(row.exit())) {
                case OK -> PASSED;
                case ENDED_OTHERWISE, STILL_RUNNING -> FAILURE;
                case UNKNOWN, ERROR, USAGE, INTERRUPTED -> ERROR;
            };
        }
    }

    static void write(Report report, Writer out) throws IOException {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        report.rows().forEach(row -> counts.merge(Verdict.of(row), 1L, Long::sum));
        long cases = counts.values().stream().mapToLong(Long::longValue).sum();
        ReportHeader header = report.header();
        String numbers = " tests=\"%s\" failures=\"%s\" errors=\"%s\""
                .formatted(cases, counts.getOrDefault(Verdict.FAILURE, 0L), counts.getOrDefault(Verdict.ERROR, 0L));
        out.write(BEGINNING + numbers + ">\n");
        out.write("  <testsuite name=\"" + text("lro " + header.kind()) + '"' + numbers + " skipped=\""
                + counts.getOrDefault(Verdict.SKIPPED, 0L) + "\" time=\"" + seconds(header.to() - header.from()) + '"'
                + (header.from() == 0 ? "" : " timestamp=\"" + RowTimes.text(header.from()) + '"') + ">\n");
        report.rows().forEach(row -> writeCase(row, out));
        out.write("  </testsuite>\n</testsuites>\n");
    }

    private static void writeCase(ReportRow row, Writer out) throws IOException {
        out.write("    <testcase classname=\"" + text(row.service().isEmpty() ? "lro" : row.service()) + "\" name=\""
                + text(row.name()) + "\" time=\"" + seconds(row.elapsed()) + '"');
        String type = row.outcome().toLowerCase(Locale.ROOT).replace('_', ' ');
        String message = row.words().isEmpty() ? type : type + ": " + row.words();
        out.write(
                switch (Verdict.of(row)) {
                    case PASSED -> "/>\n";
                    case FAILURE -> element("failure", row.outcome(), message, row.detail());
                    case ERROR -> element("error", row.outcome(), message, row.detail());
                    case SKIPPED -> "><skipped/></testcase>\n";
                });
    }

    private static String element(String name, String type, String message, String detail) {
        return "><" + name + " type=\"" + text(type) + "\" message=\"" + text(message) + "\">" + text(detail) + "</"
                + name + "></testcase>\n";
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, millis) / MILLIS);
    }

    /** Escaped for an attribute or an element; a character that XML cannot have is written as its escape. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (isXml(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c >= ' ' && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
