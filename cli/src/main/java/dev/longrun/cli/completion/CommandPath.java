// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.completion;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One command and the words that lead to it.
 *
 * @param words after {@code lro}: none for {@code lro} itself, two for {@code lro journal merge}
 */
record CommandPath(List<String> words, CommandLine command) {

    /** {@code lro} and all visible commands below it; those above come before those below. */
    static List<CommandPath> all(CommandLine lro) {
        return new CommandPath(List.of(), lro).withThoseBelow().toList();
    }

    private Stream<CommandPath> withThoseBelow() {
        return Stream.concat(Stream.of(this), below().stream().flatMap(CommandPath::withThoseBelow));
    }

    /** The visible commands right below this one, in the order of its help page. */
    List<CommandPath> below() {
        return command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(entry -> new CommandPath(
                        Stream.concat(words.stream(), Stream.of(entry.getKey())).toList(), entry.getValue()))
                .toList();
    }

    CommandSpec spec() {
        return command.getCommandSpec();
    }

    List<OptionSpec> options() {
        return spec().options().stream().filter(option -> !option.hidden()).toList();
    }

    List<PositionalParamSpec> parameters() {
        return spec().positionalParameters();
    }

    /** The last word. */
    String name() {
        return words.get(words.size() - 1);
    }

    /** The first sentence of its description. */
    String summary() {
        return firstSentence(spec().usageMessage().description());
    }

    /** The first sentence of the description of an option or a parameter. */
    static String summary(ArgSpec argument) {
        return firstSentence(argument.description());
    }

    private static String firstSentence(String[] description) {
        String text = String.join(" ", description);
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
