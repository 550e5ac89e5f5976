// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.task.ShellWord;
import dev.longrun.journal.CancelJournal;
import java.util.List;
import java.util.Optional;

/** Adds to a journal which command writes it, for its readers, and the options with which it is resumed. */
final class JournalNotes {
    private JournalNotes() {}

    static void add(
            CancelJournal journal, CommandContext context, Optional<String> reason, List<String> resumeOptions) {
        reason.ifPresent(journal::reason);
        journal.note("command", context.commandLine());
        if (!resumeOptions.isEmpty()) {
            journal.note("resumeOptions", ShellWord.quote(resumeOptions));
        }
    }
}
