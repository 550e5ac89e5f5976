// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.errand.CancelErrand;
import dev.longrun.cli.errand.RequestErrand;
import dev.longrun.cli.output.CancelResult;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro cancel}. */
@Command(
        name = "cancel",
        description = {
            "Asks services to cancel operations, waits, and says what became of each.",
            "CANCELLED means that the work was stopped, not that it was undone."
        })
final class CancelCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final NamedOperations operations = new NamedOperations();

    @Option(names = "--async", description = "Only ask, and say REQUESTED; what becomes of it is not looked at.")
    private boolean async;

    @Option(names = "--strict", description = "Send nothing where the service documents no cancel for such names.")
    private boolean strict;

    @Option(names = "--first-look", description = "Read first, and leave alone what is done already.")
    private boolean firstLook;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = TimeSpan.class,
            description =
                    "For the request and all that follows it, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(5);

    CancelCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        CancelOptions options =
                CancelOptions.standard().withTimeout(timeout).withStrict(strict).withFirstLook(firstLook);
        return operations.each(
                invocation,
                CancelResult::columns,
                async ? new RequestErrand(options, invocation.surroundings().time()) : new CancelErrand(options));
    }
}
