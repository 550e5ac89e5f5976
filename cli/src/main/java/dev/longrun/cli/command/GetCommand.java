// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.errand.GetErrand;
import dev.longrun.cli.output.OperationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro get}. */
@Command(name = "get", description = "Reads operations once.")
final class GetCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NamedOperations operations = new NamedOperations();

    @Mixin
    private final CallTimeout timeout = new CallTimeout();

    GetCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return operations.each(invocation, OperationResult::columns, new GetErrand(timeout.options()));
    }
}
