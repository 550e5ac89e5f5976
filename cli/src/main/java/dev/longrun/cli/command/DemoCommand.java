// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.demo.Demo;
import dev.longrun.cli.output.CancelRow;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lro demo}. */
@Command(
        name = "demo",
        description = {
            "Cancels operations that end differently, on a fake server within this process, and shows what is said of each.",
            "Exit 0 means that each came out as it should."
        })
final class DemoCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = DurationConverter.class,
            description = "For the operation that never ends; longer on a machine that is very busy (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(2);

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return new Demo(context.environment(), context.console(), context.rows(CancelRow::columns), timeout)
                .run()
                .number();
    }
}
