// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all settings, for {@code lro help environment} and for docs/SETTINGS.md. */
public final class SettingsTable {
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private SettingsTable() {}

    /** Lines for a terminal. */
    public static List<String> lines() {
        Stream<String> head = wrapped(
                "Settings and where they come from. The option wins over the variables, in this order, those over the"
                        + " active configuration of gcloud, and that over the default. An empty variable counts as not"
                        + " set. With --verbose stderr says where each value that is used came from.",
                "");
        return Stream.concat(head, Stream.of(Setting.values()).flatMap(SettingsTable::lines))
                .toList();
    }

    private static Stream<String> lines(Setting setting) {
        String properties =
                setting.properties().stream().map(each -> "gcloud's " + each).collect(Collectors.joining(", "));
        String sources = Stream.of(setting.option(), String.join(", ", setting.variables()), properties)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        Stream.of("", setting.label() + " (default: " + setting.fallback() + ")"),
                        wrapped(sources, INDENT),
                        wrapped(setting.sentence(), INDENT))
                .flatMap(lines -> lines);
    }

    private static Stream<String> wrapped(String text, String indent) {
        Stream.Builder<String> lines = Stream.builder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        return lines.add(line.toString()).build();
    }

    /** A table in Markdown, a line for each setting. */
    public static String markdown() {
        return Stream.concat(
                        Stream.of(
                                "| option | variables, in order | gcloud's property | default | |",
                                "|---|---|---|---|---|"),
                        Stream.of(Setting.values())
                                .map(setting -> "| %s | %s | %s | %s | %s |"
                                        .formatted(
                                                code(
                                                        setting.option().isEmpty()
                                                                ? List.of()
                                                                : List.of(setting.option())),
                                                code(setting.variables()),
                                                code(setting.properties()),
                                                setting.fallback(),
                                                setting.sentence())))
                .collect(Collectors.joining("\n"));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    }
}
