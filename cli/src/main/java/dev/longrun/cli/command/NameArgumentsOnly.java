// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Columns;
import dev.longrun.cli.task.OperationTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The names of a command line with all options that say what they mean. */
final class NameArgumentsOnly {
    static final String FORMS =
            "Full name (//file.googleapis.com/projects/…), URL, bare name with --service, or id with"
                    + " --service, --project and --location.";

    @Parameters(arity = "1..*", paramLabel = "NAME", description = FORMS)
    private List<String> names = new ArrayList<>();

    @Mixin
    private final NameOptions naming = new NameOptions();

    @Mixin
    private final ClientOptions connection = new ClientOptions();

    /** @param columns for these names */
    int each(CommandContext invocation, Function<List<String>, Columns> columns, OperationTask errand) {
        return new ArgumentTaskRunner(names, naming, connection).each(invocation, columns, errand);
    }
}
