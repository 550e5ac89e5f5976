// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.task.DeleteTask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro delete}. */
@Command(
        name = "delete",
        description =
                "Makes services forget operations. Stops no work: what runs, runs on unseen. Use cancel to stop it.")
final class DeleteCommand implements Callable<Integer> {
    private final CommandContext invocation;

    @Mixin
    private final NameArgumentsOnly operations = new NameArgumentsOnly();

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    DeleteCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return operations.each(invocation, names -> DeletedRow.columns(), new DeleteTask(timeout.options()));
    }
}
