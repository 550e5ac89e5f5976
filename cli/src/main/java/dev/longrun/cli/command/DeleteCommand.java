// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.task.DeleteTask;
import dev.longrun.cli.task.InterruptKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro delete}. */
@Command(
        name = "delete",
        description = "Deletes the service's records of operations. Stops no work; use cancel to stop it.")
final class DeleteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    DeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "delete");
        DeleteTask task = new DeleteTask(timeout.options());
        try (TaskSession session = new TaskSession(context, names.required(), any -> DeletedRow.columns())) {
            return session.run(InterruptKind.DELETE, task).number();
        }
    }
}
