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
    private final ManyNames names = new ManyNames();

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
        names.require();
        WaitErrand errand = new WaitErrand(WatchOptions.defaults().withTimeout(timeout));
        return names.fromFile()
                ? new ErrandMany(invocation, names.source()).run(errand)
                : names.each(invocation, CancelResult::columns, errand);
    }
}
