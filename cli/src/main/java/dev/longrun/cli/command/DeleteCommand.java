// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.errand.DeleteErrand;
import dev.longrun.cli.output.DeletedResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lro delete}. */
@Command(
        name = "delete",
        description =
                "Makes services forget operations. Stops no work: what runs, runs on unseen. Use cancel to stop it.")
final class DeleteCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NamedOperations operations = new NamedOperations();

    @Mixin
    private final CallTimeout timeout = new CallTimeout();

    DeleteCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return operations.each(invocation, names -> DeletedResult.columns(), new DeleteErrand(timeout.options()));
    }
}
