// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.settings.SettingsTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lro help environment}. */
@Command(name = "help", description = "Explains what several commands share.")
final class HelpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "TOPIC",
            description = "environment: all settings, with their options, variables and properties of gcloud.")
    private String topic = "";

    HelpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!topic.equals("environment")) {
            throw new IllegalArgumentException("there is no help on " + topic + "; the topic is environment");
        }
        SettingsTable.lines().forEach(context.console()::data);
        return 0;
    }
}
