// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.task.GetTask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro get}. */
@Command(name = "get", description = "Reads operations once.")
final class GetCommand implements Callable<Integer> {
    private final CommandContext invocation;

    @Mixin
    private final NameArgumentsOnly operations = new NameArgumentsOnly();

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    GetCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return operations.each(invocation, OperationRow::columns, new GetTask(timeout.options()));
    }
}
