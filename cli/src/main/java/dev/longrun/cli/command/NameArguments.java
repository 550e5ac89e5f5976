// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Objects.requireNonNull;

import dev.longrun.cli.output.Columns;
import dev.longrun.cli.task.OperationTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names of a command line, of a file, or of both, with all options that say what they mean. */
final class NameArguments {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = NameArgumentsOnly.FORMS)
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--from-file",
            paramLabel = "FILE|-",
            description =
                    "Also the names in this file, or on stdin: one a line, or an object with a name a line, as `lro list"
                            + " --format=json` prints them. Blank lines and # comments are left out. Read as they are needed, so it may"
                            + " be endless.")
    private @Nullable String file;

    @Mixin
    private final NameOptions naming = new NameOptions();

    @Mixin
    private final ClientOptions connection = new ClientOptions();

    boolean fromFile() {
        return file != null;
    }

    /** @throws ParameterException as for a parameter that is missing, if there are no names at all */
    void require() {
        if (names.isEmpty() && file == null) {
            throw new ParameterException(
                    requireNonNull(command).commandLine(), "Missing required parameter: 'NAME' (or --from-file)");
        }
    }

    /** Those of the command line only. */
    int each(CommandContext invocation, Function<List<String>, Columns> columns, OperationTask errand) {
        return new ArgumentTaskRunner(names, naming, connection).each(invocation, columns, errand);
    }

    /** All of them, as they are needed. */
    NameInput source() {
        return new NameInput(names, file, naming, connection);
    }
}
