// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.report.JournalReport;
import dev.longrun.cli.report.LineWriter;
import dev.longrun.cli.report.Report;
import dev.longrun.cli.report.ReportFile;
import dev.longrun.cli.report.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro report}. */
@Command(
        name = "report",
        description = {
            "Makes a report of journals: what was asked, what became of it, and what is unresolved.",
            "--format is html (default), md, csv, junit or json. The journals of shards make one report."
        })
final class ReportCommand implements Callable<Integer> {
    private static final String STDOUT = "-";

    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "JOURNAL", description = "The journals; they may be in use.")
    private List<Path> journals = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            defaultValue = STDOUT,
            description =
                    "Write it there instead of to stdout. An earlier report there is replaced, another file is not.")
    private String output = STDOUT;

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReportFormat format = ReportFormat.of(context.anyFormat());
        @Nullable
        ReportFile file = output.equals(STDOUT) ? null : ReportFile.check(Path.of(output), format, "--output");
        for (Path journal : journals) {
            if (Files.notExists(journal)) {
                throw new IllegalArgumentException("journal " + journal + ": there is no such file");
            }
        }
        Report report = JournalReport.of(journals);
        try {
            write(report, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + output + ": " + e, e);
        }
        return 0;
    }

    private void write(Report report, ReportFormat format, @Nullable ReportFile file) throws IOException {
        if (file == null) {
            try (LineWriter lines = new LineWriter(context.console()::data)) {
                format.write(report, lines);
            }
        } else {
            file.write(format, report);
            context.console().note("lro: the report is in " + file.path());
        }
    }
}
