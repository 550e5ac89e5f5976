// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.settings.SettingsTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code lro help} explains besides commands. A topic is a name and a case of the switch. */
final class HelpTopics {
    static final List<String> NAMES = List.of("environment", "exit-codes");

    private HelpTopics() {}

    /** The lines of the topic; empty if the text is not the name of one. */
    static Optional<List<String>> lines(String topic) {
        return switch (topic) {
            case "environment" -> Optional.of(SettingsTable.lines());
            case "exit-codes" -> Optional.of(exitCodes());
            default -> Optional.empty();
        };
    }

    private static List<String> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .map(code -> String.format(Locale.ROOT, "%3d  %s", code.number(), code.meaning()))
                .toList();
    }
}
