// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The page that tells afterwards what a command did. Without the option no class of reports is loaded. */
final class ReportOption {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "At the end, also after Ctrl-C, write a page of what was asked and what became of it. It loads"
                            + " nothing from elsewhere. An earlier report there is replaced, another file is not.")
    private @Nullable Path file;

    /**
     * Reports a cancel, whose unresolved operations go on from its journal, or by their names.
     *
     * @param kind {@code cancel} or {@code sweep}
     * @param resume options that the resume of a journal needs
     * @param options options that full names need
     */
    void startCancel(
            CommandContext context, String kind, JournalOptions journaling, List<String> resume, List<String> options) {
        if (file != null) {
            new ReportStart(context, file, kind).cancel(journaling, resume, options);
        }
    }

    /** @param options that full names need */
    void startWait(CommandContext context, List<String> options) {
        if (file != null) {
            new ReportStart(context, file, "wait").again(List.of("lro", "wait"), options);
        }
    }
}
