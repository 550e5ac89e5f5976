// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.errand.WaitErrand;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro wait}. */
@Command(name = "wait", description = "Waits until operations are done. Exit 0 means that all of them succeeded.")
final class WaitCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NamedOperations operations = new NamedOperations();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = TimeSpan.class,
            description = "How long to wait, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(10);

    WaitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        WatchOptions options = WatchOptions.standard().withTimeout(timeout);
        return operations.each(invocation, CancelResult::columns, new WaitErrand(options));
    }
}
