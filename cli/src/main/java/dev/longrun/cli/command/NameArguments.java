// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names as arguments, from a file, or both, with the options that say what they mean. */
final class NameArguments {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Full name (//file.googleapis.com/projects/…), URL, bare name with --service, or id with"
                    + " --service, --project and --location.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--from-file",
            paramLabel = "FILE|-",
            description =
                    "Also the names in this file, or on stdin: one a line, or JSON objects, as `lro list --format=json` and"
                            + " gcloud's --format=json print them. Blank lines and # comments are skipped. Lines are read as"
                            + " they are needed, so the file may be endless.")
    private @Nullable String file;

    @Mixin
    private final NameOptions meaning = new NameOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    /** @throws ParameterException if there is neither a name nor a file */
    NameInput required() {
        if (names.isEmpty() && file == null) {
            throw new ParameterException(
                    requireNonNull(command).commandLine(), "Missing required parameter: 'NAME' (or --from-file)");
        }
        return optional();
    }

    NameInput optional() {
        return new NameInput(names, file, meaning, client);
    }
}
