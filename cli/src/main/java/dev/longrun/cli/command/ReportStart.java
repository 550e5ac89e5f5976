// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.report.GoOn;
import dev.longrun.cli.report.ReportFile;
import dev.longrun.cli.report.ReportFormat;
import dev.longrun.cli.report.RunRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Begins to record a command for {@code --report}. Apart from the option, whose types are loaded by each command. */
record ReportStart(CommandContext context, Path file, String kind) {

    void cancel(JournalOptions journaling, List<String> resume, List<String> options) {
        Path journal = journaling.journal() == null ? journaling.resume() : journaling.journal();
        if (journal == null) {
            again(List.of("lro", "cancel", "--read-first"), options);
        } else {
            List<String> words = new ArrayList<>(journaling.resumeCommand(journal));
            words.addAll(resume);
            start(GoOn.resuming(words));
        }
    }

    void again(List<String> command, List<String> options) {
        start(GoOn.again(command, options));
    }

    private void start(GoOn goOn) {
        context.observe(RunRecorder.start(
                ReportFile.check(file, ReportFormat.HTML, "--report"),
                kind,
                context.commandLine(),
                goOn,
                context.environment().time(),
                context.console()));
    }
}
