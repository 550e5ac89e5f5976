// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.CancelRunner;
import dev.longrun.cli.task.FirstMet;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.OperationTask;
import dev.longrun.cli.task.OperationTaskBatch;
import dev.longrun.cli.task.TaskBatch;
import dev.longrun.cli.task.TaskPlan;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One command on names, for one use: its names, its client and its rows. Closes the client and the file of names. */
final class TaskSession implements AutoCloseable {
    private final CommandContext context;
    private final NameInput input;
    private final RowPrinter rows;
    private final Set<OperationName> arguments;
    private final InputStream file;
    private final AttemptLog attempts;
    private final OperationsClient client;

    /** @param layout of the table, for the given names */
    TaskSession(CommandContext context, NameInput input, Function<List<String>, Columns> layout) {
        this.context = context;
        this.input = input;
        this.rows = context.rows(layout);
        this.arguments = input.parse(context, rows);
        rows.expect(arguments.stream().map(OperationName::value).toList());
        this.file = input.open(context.environment().in());
        this.attempts = new AttemptLog(context.console());
        this.client = input.config(context).open(context.environment().time(), context.listeners(attempts));
    }

    CommandContext context() {
        return context;
    }

    NameInput input() {
        return input;
    }

    /** The names of the command line. */
    Set<OperationName> arguments() {
        return arguments;
    }

    /** The names of the command line, then those of the file, which are read as they are needed. */
    Stream<OperationName> names() {
        var inFile = Spliterators.spliteratorUnknownSize(
                input.read(file, context, rows), Spliterator.ORDERED | Spliterator.NONNULL);
        return Stream.concat(arguments.stream(), StreamSupport.stream(inFile, false));
    }

    /** Runs the task on each name. */
    ExitCode run(InterruptKind kind, OperationTask task) {
        return runner().run(plan(kind), starter(task));
    }

    /** Waits for each name, or until the first result that is as asked. */
    ExitCode run(WaitTask task, WaitOptions options) {
        TaskPlan plan = input.hasFile()
                ? plan(InterruptKind.WAIT)
                : TaskPlan.ofArguments(
                        arguments,
                        InterruptReport.ofArguments(InterruptKind.WAIT, input.fullNameOptions(), options.given()));
        return options.any() ? FirstMet.run(runner(), plan, starter(task)) : runner().run(plan, starter(task));
    }

    private TaskBatch.Starter starter(OperationTask task) {
        return snapshots -> new OperationTaskBatch(client, names().iterator(), task, snapshots);
    }

    /** Cancels in one batch. */
    CancelRunner cancels(BatchOptions options) {
        return new CancelRunner(runner(), context.console(), rows, client, options);
    }

    private TaskRunner runner() {
        return new TaskRunner(context.environment(), context.console(), rows, attempts);
    }

    TaskPlan plan(InterruptKind kind) {
        List<String> options = input.fullNameOptions();
        return input.hasFile()
                ? TaskPlan.ofMany(OptionalLong.empty(), InterruptReport.ofFile(kind, options))
                : TaskPlan.ofArguments(arguments, InterruptReport.ofArguments(kind, options));
    }

    @Override
    public void close() {
        try (file) {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of names cannot be closed: " + e.getMessage(), e);
        }
    }
}
