// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Objects.requireNonNull;

import dev.longrun.cli.completion.CompletionScript;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.text.SafeText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lro generate-completion}. */
@Command(
        name = "generate-completion",
        description = "Prints a script that completes commands, options, services and files in a shell.")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "bash|zsh|fish", description = "The shell; bash if not given.")
    private String shell = "bash";

    @Override
    public Integer call() {
        CompletionScript script = script();
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        out.print(script.of(CommandTree.whole()));
        out.flush();
        return ExitCode.OK.number();
    }

    private CompletionScript script() {
        return switch (shell.toLowerCase(Locale.ROOT)) {
            case "bash" -> CompletionScript.BASH;
            case "zsh" -> CompletionScript.ZSH;
            case "fish" -> CompletionScript.FISH;
            default ->
                throw new CommandLine.ParameterException(
                        requireNonNull(spec).commandLine(),
                        "expected bash, zsh or fish; got " + SafeText.quoted(shell));
        };
    }
}
