// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes the rows of a report as RFC 4180 has it: commas, CRLF, quotes doubled. A cell that a spreadsheet would take
 * for a formula, as it begins with {@code =}, {@code +}, {@code -}, {@code @}, gets an apostrophe before it; no number
 * in a report is negative.
 */
final class CsvReport {
    static final String BEGINNING = String.join(",", ReportRow.TITLES) + "\r\n";

    private static final String FORMULAS = "=+-@";

    private CsvReport() {}

    static void write(Report report, Writer out) throws IOException {
        out.write(BEGINNING);
        report.rows().forEach(row -> out.write(line(row.cells())));
    }

    static String line(List<String> cells) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        cells.forEach(cell -> line.add(cell(cell)));
        return line.toString();
    }

    private static String cell(String text) {
        String plain = !text.isEmpty()
                        && FORMULAS.indexOf(
                                        text.stripLeading().isEmpty()
                                                ? ' '
                                                : text.stripLeading().charAt(0))
                                >= 0
                ? "'" + text
                : text;
        return plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }
}
