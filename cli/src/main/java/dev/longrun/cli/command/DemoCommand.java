// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lro demo}. */
@Command(
        name = "demo",
        description = {
            "Cancels operations that end differently, on a fake server within this process, and shows what is said of each.",
            "Exit 0 means that each came out as it should."
        })
final class DemoCommand implements Callable<Integer> {
    private final CommandContext invocation;

    DemoCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return new Demo(invocation.surroundings(), invocation.console(), invocation.format())
                .run()
                .number();
    }
}
