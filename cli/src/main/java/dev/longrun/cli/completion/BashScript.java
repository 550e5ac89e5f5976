// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import static picocli.CommandLine.ScopeType.LOCAL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The script of picocli, for commands that know the words and files that can be values. Inherited options are changed
 * in each command by itself.
 */
final class BashScript {
    private final List<String> services;
    private final List<String> commands;

    private BashScript(List<String> services, List<String> commands) {
        this.services = services;
        this.commands = commands;
    }

    static String of(CommandLine lro) {
        CommandPath root = new CommandPath(List.of(), lro);
        BashScript words = new BashScript(
                ServiceWords.all(), root.below().stream().map(CommandPath::name).toList());
        CommandPath.all(lro).forEach(path -> words.completeValuesOf(path.spec()));
        return AutoComplete.bash("lro", lro);
    }

    private void completeValuesOf(CommandSpec command) {
        for (ArgSpec argument : new ArrayList<>(command.args())) {
            ValueKind kind = ValueKind.of(argument);
            if (kind != ValueKind.FREE) {
                command.remove(argument);
                command.add(kind == ValueKind.FILE ? file(argument) : choice(argument, words(kind, argument)));
            }
        }
    }

    private List<String> words(ValueKind kind, ArgSpec argument) {
        return switch (kind) {
            case WORD -> ValueKind.words(argument);
            case SERVICE -> services;
            case COMMAND -> commands;
            case FILE, FREE -> List.of();
        };
    }

    private static ArgSpec choice(ArgSpec argument, List<String> words) {
        return argument instanceof OptionSpec option
                ? OptionSpec.builder(option)
                        .scopeType(LOCAL)
                        .completionCandidates(words)
                        .build()
                : PositionalParamSpec.builder((PositionalParamSpec) argument)
                        .scopeType(LOCAL)
                        .completionCandidates(words)
                        .build();
    }

    /** picocli completes files where the type says so. */
    private static ArgSpec file(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? OptionSpec.builder(option.names())
                        .type(Path.class)
                        .arity(option.arity())
                        .paramLabel(option.paramLabel())
                        .build()
                : PositionalParamSpec.builder()
                        .type(Path.class)
                        .index(((PositionalParamSpec) argument).index())
                        .arity(argument.arity())
                        .paramLabel(argument.paramLabel())
                        .build();
    }
}
