// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A function for each command, over zsh's {@code _arguments}. To be sourced, or put on the {@code fpath} as
 * {@code _lro}.
 */
final class ZshScript {
    private static final String HEAD = """
            #compdef lro
            # SPDX-License-Identifier: Apache-2.0
            # Completes the command lines of lro in zsh.

            """;
    private static final String FOOT = """
            if [[ ${funcstack[1]} == _lro ]]; then
              _lro "$@"
            else
              compdef _lro lro
            fi
            """;

    private ZshScript() {}

    static String of(CommandLine lro) {
        StringBuilder script = new StringBuilder(HEAD);
        script.append(function("_lro_of_services", "  compadd -- " + String.join(" ", ServiceWords.all()) + "\n"));
        for (CommandPath path : CommandPath.all(lro)) {
            if (!path.below().isEmpty()) {
                script.append(function(nameOf(path) + "_commands", described(path.below())));
            }
            script.append(function(nameOf(path), body(path)));
        }
        return script.append(FOOT).toString();
    }

    private static String function(String name, String body) {
        return name + "() {\n" + body + "}\n\n";
    }

    private static String nameOf(CommandPath path) {
        return path.words().isEmpty() ? "_lro" : "_lro_" + String.join("_", path.words());
    }

    private static String described(List<CommandPath> commands) {
        return commands.stream()
                .map(command -> "    " + quoted(escaped(command.name()) + ":" + command.summary()) + "\n")
                .collect(Collectors.joining(
                        "", "  local -a commands=(\n", "  )\n  _describe -t commands command commands\n"));
    }

    private static String body(CommandPath path) {
        List<String> specs = new ArrayList<>();
        path.options().forEach(option -> specs.add(option(option)));
        boolean hasCommands = !path.below().isEmpty();
        if (hasCommands) {
            specs.add(quoted("1:command:" + nameOf(path) + "_commands"));
            specs.add(quoted("*::argument:->arguments"));
        } else {
            path.parameters().forEach(parameter -> specs.add(parameter(parameter)));
        }
        String arguments = specs.stream().collect(Collectors.joining(" \\\n    ", "  _arguments -s -C \\\n    ", "\n"));
        return hasCommands
                ? "  local context state state_descr line\n  typeset -A opt_args\n" + arguments + cases(path)
                : arguments;
    }

    private static String cases(CommandPath path) {
        return path.below().stream()
                .map(command -> "      %s) %s ;;\n".formatted(command.name(), nameOf(command)))
                .collect(Collectors.joining(
                        "", "  if [[ $state == arguments ]]; then\n    case ${words[1]} in\n", "    esac\n  fi\n"));
    }

    /** {@code '(-s --service)'{-s,--service=}'[The service]:SERVICE:_lro_of_services'}. */
    private static String option(OptionSpec option) {
        List<String> names = List.of(option.names());
        boolean takesValue = option.arity().max() > 0;
        String before = option.isMultiValue() ? "*" : names.size() > 1 ? "(" + String.join(" ", names) + ")" : "";
        String after = "[" + escaped(CommandPath.summary(option)) + "]" + (takesValue ? value(option) : "");
        List<String> forms = names.stream()
                .map(name -> takesValue && name.startsWith("--") ? name + "=" : name)
                .toList();
        return forms.size() == 1
                ? quoted(before + forms.get(0) + after)
                : quoted(before) + "{" + String.join(",", forms) + "}" + quoted(after);
    }

    private static String parameter(PositionalParamSpec parameter) {
        return quoted((parameter.isMultiValue() ? "*" : "1") + value(parameter));
    }

    private static String value(ArgSpec argument) {
        return ":" + escaped(argument.paramLabel()) + ":"
                + switch (ValueKind.of(argument)) {
                    case WORD -> "(" + String.join(" ", ValueKind.words(argument)) + ")";
                    case SERVICE -> "_lro_of_services";
                    case COMMAND -> "_lro_commands";
                    case FILE -> "_files";
                    case FREE -> " ";
                };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
