// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Objects.requireNonNull;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.text.SafeText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code lro help}. */
@Command(name = "help", description = "Shows the help page of a command, or explains a topic.")
final class HelpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description =
                    "Such as cancel, or journal merge; or a topic: environment, exit-codes. Without one the commands are shown.")
    private List<String> words = new ArrayList<>();

    HelpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandLine lro = requireNonNull(spec).commandLine().getParent();
        Optional<List<String>> topic = HelpTopics.lines(String.join(" ", words));
        if (topic.isPresent()) {
            topic.get().forEach(context.console()::data);
        } else {
            PrintWriter out = lro.getOut();
            find(lro).usage(out);
            out.flush();
        }
        return ExitCode.OK.number();
    }

    private CommandLine find(CommandLine lro) {
        CommandLine found = lro;
        for (String word : words) {
            CommandLine next = found.getSubcommands().get(word);
            if (next == null) {
                throw unknown(found, word);
            }
            found = next;
        }
        return found;
    }

    private ParameterException unknown(CommandLine within, String word) {
        List<String> similar = new UnmatchedArgumentException(within, List.of(word)).getSuggestions();
        return new ParameterException(
                requireNonNull(spec).commandLine(),
                "there is no help for %s; expected a command%s%s"
                        .formatted(
                                SafeText.quoted(word),
                                within.getParent() == null
                                        ? " or a topic: " + String.join(", ", HelpTopics.NAMES)
                                        : " of " + within.getCommandSpec().qualifiedName(),
                                similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?"));
    }
}
