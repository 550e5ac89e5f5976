// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A {@code complete} for each command, option and parameter of fish. */
final class FishScript {
    private static final String HEAD = """
            # SPDX-License-Identifier: Apache-2.0
            # Completes the command lines of lro in fish.

            """;

    private FishScript() {}

    static String of(CommandLine lro) {
        List<CommandPath> paths = CommandPath.all(lro);
        StringBuilder script = new StringBuilder(HEAD);
        script.append(isAt(paths.stream()
                .filter(path -> !path.words().isEmpty())
                .map(path -> quoted(String.join(" ", path.words())))
                .collect(Collectors.joining(" "))));
        script.append(services(quoted(String.join(" ", ServiceWords.all()))));
        script.append("complete -c lro -f\n");
        for (CommandPath path : paths) {
            append(script, path, paths.get(0));
        }
        return script.toString();
    }

    /** A word counts as a command only where there is one; values of options and other arguments are passed over. */
    private static String isAt(String commands) {
        return """
                function __lro_is_at --description 'Whether the words before the cursor lead to this command of lro'
                    set -l path ''
                    for word in (commandline -opc)[2..-1]
                        switch (string trim "$path $word")
                            case %s
                                set path (string trim "$path $word")
                        end
                    end
                    test "$path" = "$argv"
                end

                """.formatted(commands);
    }

    private static String services(String names) {
        return """
                function __lro_of_services
                    string split ' ' %s
                end

                """.formatted(names);
    }

    private static void append(StringBuilder script, CommandPath path, CommandPath root) {
        String here = "complete -c lro -n " + quoted("__lro_is_at " + String.join(" ", path.words())) + " ";
        for (CommandPath command : path.below()) {
            script.append(here).append("-a ").append(command.name()).append(description(command.summary()));
        }
        for (OptionSpec option : path.options()) {
            script.append(here)
                    .append(names(option))
                    .append(option.arity().max() > 0 ? value(option, "-x", "-r -F", root) : "")
                    .append(description(CommandPath.summary(option)));
        }
        for (PositionalParamSpec parameter : path.parameters()) {
            String value = value(parameter, "", "-F", root);
            if (!value.isBlank()) {
                script.append(here).append(value.strip()).append(description(""));
            }
        }
    }

    private static String names(OptionSpec option) {
        return List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
    }

    /**
     * @param required where a value follows that no file can be
     * @param file where it is a file
     */
    private static String value(ArgSpec argument, String required, String file, CommandPath root) {
        return switch (ValueKind.of(argument)) {
            case WORD -> " " + required + " -a " + quoted(String.join(" ", ValueKind.words(argument)));
            case SERVICE -> " " + required + " -a '(__lro_of_services)'";
            case COMMAND ->
                " " + required + " -a "
                        + quoted(root.below().stream().map(CommandPath::name).collect(Collectors.joining(" ")));
            case FILE -> " " + file;
            case FREE -> " " + required;
        };
    }

    private static String description(String text) {
        return text.isEmpty() ? "\n" : " -d " + quoted(text) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
