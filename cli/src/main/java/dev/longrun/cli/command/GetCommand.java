// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.task.GetTask;
import dev.longrun.cli.task.InterruptKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro get}. */
@Command(name = "get", description = "Reads operations once.")
final class GetCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    GetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "get");
        GetTask task = new GetTask(timeout.options(), context.environment().time());
        try (TaskSession session = new TaskSession(context, names.required(), OperationRow::columns)) {
            return session.run(InterruptKind.GET, task).number();
        }
    }
}
