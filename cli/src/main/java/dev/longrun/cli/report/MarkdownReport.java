// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cli.output.ExitCode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a report for a ticket or the summary of a CI job: the commands, the counts, and at most {@value #MOST} rows
 * that did not come out as asked. Text of servers stands in code spans, where nothing is markup.
 */
final class MarkdownReport {
    static final String BEGINNING = "# Report of lro\n";
    static final int MOST = 200;

    private MarkdownReport() {}

    static void write(Report report, Writer out) throws IOException {
        ReportHeader header = report.header();
        out.write(BEGINNING + '\n');
        for (String command : header.commands()) {
            out.write("- Command: " + code(command) + '\n');
        }
        for (String journal : header.journals()) {
            out.write("- Journal: " + code(journal) + '\n');
        }
        for (Map.Entry<String, String> note : header.notes().entrySet()) {
            out.write("- " + code(note.getKey()) + ": " + code(note.getValue()) + '\n');
        }
        if (header.from() > 0) {
            out.write("- From " + RowTimes.text(header.from()) + " to " + RowTimes.text(header.to()) + '\n');
        }
        out.write("- lro " + header.version() + (header.isInterrupted() ? "; interrupted" : "") + "\n\n");
        writeCounts(report, out);
        if (!report.goOn().isEmpty()) {
            out.write("\n" + report.unresolved() + " unresolved. Go on with " + code(report.goOn()) + "\n");
        }
        writeRows(report, out);
    }

    private static void writeCounts(Report report, Writer out) throws IOException {
        out.write("| outcome | operations |\n| --- | ---: |\n");
        for (Map.Entry<String, Long> count : report.counts().entrySet()) {
            out.write("| " + words(count.getKey()) + " | " + count.getValue() + " |\n");
        }
        out.write("| all | " + report.total() + " |\n");
    }

    private static void writeRows(Report report, Writer out) throws IOException {
        AtomicLong found = new AtomicLong();
        report.rows().forEach(row -> {
            if (row.exit() == ExitCode.OK.number() || found.incrementAndGet() > MOST) {
                return;
            }
            if (found.get() == 1) {
                out.write(
                        "\n## Not as asked\n\n| outcome | operation | what the service said |\n| --- | --- | --- |\n");
            }
            out.write(line(List.of(words(row.outcome()), cell(row.fullName()), cell(row.words()))));
        });
        if (found.get() > MOST) {
            out.write("\n… and " + (found.get() - MOST) + " more.\n");
        }
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String words(String outcome) {
        return outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A code span that is delimited by more backticks than the text has in a row. */
    static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /** In a table a bar ends a cell, in a code span too. */
    static String cell(String text) {
        return text.isEmpty() ? "" : code(text.replace("|", "\\|"));
    }
}
