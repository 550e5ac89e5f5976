// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.util.Map.entry;

import dev.longrun.text.EditDistance;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The message for a command or an option that does not exist: the word, and what it may stand for. */
final class DidYouMean {
    private static final double ALIKE = 0.4;
    private static final int SHOWN = 3;

    /** Words for the same in other tools. One that is not among the commands is not proposed. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            entry("abort", "cancel"),
            entry("kill", "cancel"),
            entry("stop", "cancel"),
            entry("terminate", "cancel"),
            entry("resume", "cancel"),
            entry("ls", "list"),
            entry("ps", "list"),
            entry("describe", "get"),
            entry("info", "get"),
            entry("read", "get"),
            entry("show", "get"),
            entry("status", "get"),
            entry("await", "wait"),
            entry("poll", "wait"),
            entry("watch", "wait"),
            entry("forget", "delete"),
            entry("remove", "delete"),
            entry("rm", "delete"),
            entry("lookup", "find"),
            entry("search", "find"),
            entry("apis", "services"),
            entry("emulator", "fake-server"),
            entry("serve", "fake-server"),
            entry("completion", "generate-completion"),
            entry("version", "--version"));

    /** The same for options. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            entry("--json", "--format=json"),
            entry("--output", "--format"),
            entry("-o", "--format"),
            entry("--file", "--from-file"),
            entry("--input", "--from-file"),
            entry("-f", "--from-file"),
            entry("--region", "--location"),
            entry("--zone", "--location"),
            entry("--no-wait", "--async"),
            entry("--force", "--yes"),
            entry("-y", "--yes"),
            entry("--deadline", "--timeout"),
            entry("--qps", "--rps"),
            entry("--rate", "--rps"),
            entry("--host", "--endpoint"),
            entry("--server", "--endpoint"),
            entry("--url", "--endpoint"),
            entry("--billing-project", "--quota-project"),
            entry("--min-age", "--older-than"),
            entry("--debug", "--verbose"),
            entry("--silent", "--quiet"));

    private DidYouMean() {}

    /** Such as {@code Unknown command: 'stop'; did you mean lro cancel?}. */
    static String message(UnmatchedArgumentException mistake) {
        CommandLine command = mistake.getCommandLine();
        String word = mistake.getUnmatched().get(0);
        if (mistake.isUnknownOption()) {
            return mistake.getMessage() + question(forOption(word, options(command)));
        } else if (command.getSubcommands().isEmpty()) {
            return String.valueOf(mistake.getMessage());
        }
        String prefix = command.getCommandSpec().qualifiedName() + " ";
        List<String> meant = forCommand(word, command.getSubcommands().keySet(), options(command));
        return "Unknown command: '" + word + "'"
                + (meant.isEmpty() && word.contains("/")
                        ? "; a command comes before the name, such as " + prefix + "get"
                        : question(meant.stream().map(prefix::concat).toList()));
    }

    private static Collection<String> options(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet();
    }

    /** The synonym of a word, or the commands that are similar to it, the nearest first. */
    static List<String> forCommand(String word, Collection<String> commands, Collection<String> options) {
        String lower = word.toLowerCase(Locale.ROOT);
        return synonym(COMMANDS, lower)
                .filter(meant -> commands.contains(meant) || options.contains(meant))
                .map(List::of)
                .orElseGet(() -> similar(lower, commands));
    }

    /** The same for an option, with or without a value. */
    static List<String> forOption(String word, Collection<String> options) {
        String name = nameOf(word).toLowerCase(Locale.ROOT);
        return synonym(OPTIONS, name)
                .filter(meant -> options.contains(nameOf(meant)))
                .map(List::of)
                .orElseGet(() -> similar(name, options));
    }

    private static Optional<String> synonym(Map<String, String> synonyms, String word) {
        return Optional.ofNullable(synonyms.get(word));
    }

    private static String nameOf(String option) {
        int value = option.indexOf('=');
        return value < 0 ? option : option.substring(0, value);
    }

    private static List<String> similar(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> difference(word, each) <= ALIKE)
                .sorted(Comparator.comparingDouble((String each) -> difference(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** From 0 to 1, without the dashes of options. A beginning and swapped letters differ little. */
    private static double difference(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        double edits = EditDistance.difference(a, b);
        boolean comparable = Math.min(a.length(), b.length()) > 1;
        boolean near = a.startsWith(b) || b.startsWith(a) || sorted(a).equals(sorted(b));
        return !comparable ? 1 : near ? Math.min(edits, ALIKE) : edits;
    }

    private static String bare(String word) {
        return word.replaceFirst("^-+", "");
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return String.valueOf(letters);
    }

    private static String question(List<String> meant) {
        return meant.isEmpty() ? "" : meant.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
