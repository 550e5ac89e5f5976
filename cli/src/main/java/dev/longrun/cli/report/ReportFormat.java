// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cli.output.Format;
import java.io.IOException;
import java.io.Writer;

/** The formats of a report. */
public enum ReportFormat {
    /** One page without links to anything, see {@link HtmlReport}. */
    HTML(HtmlReport.BEGINNING, HtmlReport::write),
    /** A summary, and a table of what did not come out as asked. */
    MD(MarkdownReport.BEGINNING, MarkdownReport::write),
    /** All rows, RFC 4180. */
    CSV(CsvReport.BEGINNING, CsvReport::write),
    /** A test case for each operation. */
    JUNIT(JunitReport.BEGINNING, JunitReport::write),
    /** An object for each operation. */
    JSON("{\"schemaVersion\":1,\"outcome\":", JsonReport::write);

    private final String beginning;
    private final Form form;

    ReportFormat(String beginning, Form form) {
        this.beginning = beginning;
        this.form = form;
    }

    @FunctionalInterface
    private interface Form {
        void write(Report report, Writer out) throws IOException;
    }

    /** The format of {@code --format}; a page where it says {@code table}, which is what it says by default. */
    public static ReportFormat of(Format format) {
        return switch (format) {
            case TABLE, HTML -> HTML;
            case JSON -> JSON;
            case MD -> MD;
            case CSV -> CSV;
            case JUNIT -> JUNIT;
        };
    }

    /** What each report of this format begins with. */
    String beginning() {
        return beginning;
    }

    /** Writes a report; the text is fit for a terminal, and the writer stays open. */
    public void write(Report report, Writer out) throws IOException {
        form.write(report, out);
    }
}
