// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro wait}. */
@Command(name = "wait", description = "Waits until operations are done. Exit 0 means that all of them succeeded.")
final class WaitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "How long to wait, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(10);

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    WaitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "wait");
        WaitTask task = new WaitTask(WatchOptions.defaults().withTimeout(timeout));
        try (TaskSession session = new TaskSession(context, names.required(), CancelRow::columns)) {
            return session.run(InterruptKind.WAIT, task).number();
        }
    }
}
