// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.name.StandardFormNote;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.task.CancelRunner;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Cancels the names of a session: without a journal, with a new one, or with one that an earlier run left. */
record CancelSession(TaskSession session, JournalOptions journaling) {

    /** Runs one command. */
    static int run(CommandContext context, NameInput input, JournalOptions journaling, CancelOptions options) {
        try (TaskSession session = new TaskSession(context, input, CancelRow::columns)) {
            return new CancelSession(session, journaling).run(options).number();
        }
    }

    private ExitCode run(CancelOptions options) {
        CancelRunner runner = session.cancels(
                BatchOptions.defaults().withMaxPerSecond(journaling.perSecond()).withCancelOptions(options));
        Path created = journaling.journal();
        Path resumed = journaling.resume();
        if (created != null) {
            return create(runner, created);
        }
        return resumed != null
                ? resume(runner, resumed)
                : runner.run(session.names().iterator(), session.plan(InterruptKind.CANCEL));
    }

    private ExitCode create(CancelRunner runner, Path file) {
        CancelJournal journal = withNotes(
                CancelJournal.create(file, session.context().environment().time()));
        return session.input().hasFile()
                ? runner.run(session::names, OptionalLong.empty(), journal, report(file))
                : runner.runPlanned(session.arguments(), journal, report(file));
    }

    private ExitCode resume(CancelRunner runner, Path file) {
        CancelJournal journal = withNotes(CancelJournal.resume(
                file, this::service, session.context().environment().time()));
        boolean complete = session.input().isEmpty();
        return runner.run(
                () -> complete ? journal.remaining() : journal.remaining(session.names()),
                complete ? OptionalLong.of(journal.contents().unsettled()) : OptionalLong.empty(),
                journal,
                report(file));
    }

    private CancelJournal withNotes(CancelJournal journal) {
        NameInput input = session.input();
        JournalNotes.add(
                journal, session.context(), input.config(session.context()).reason(), input.resumeOptions());
        return journal;
    }

    /** The service of a name in a journal. */
    private ServiceDefinition service(String name, String version) {
        ServiceRegistry registry = session.input().registry(session.context());
        ServiceDefinition service = registry.service(name, version);
        new StandardFormNote(registry, session.context().console()::noteOnce).check(service);
        return service;
    }

    private InterruptReport report(Path journal) {
        List<String> resume = new ArrayList<>(journaling.resumeCommand(journal));
        resume.addAll(session.input().resumeOptions());
        return InterruptReport.ofJournal(resume);
    }
}
