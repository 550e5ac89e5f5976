// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.command.CommandTree;
import dev.longrun.cli.completion.CompletionScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Writes manual pages and completions of all commands. */
public final class Documents {
    private final Path directory;
    private final String date;

    private Documents(Path directory, String date) {
        this.directory = directory;
        this.date = date;
    }

    /** @param arguments the directory to write to, and the time of the build, {@code 2026-11-01T00:00:00Z} */
    public static void main(String[] arguments) throws IOException {
        Documents documents = new Documents(Path.of(arguments[0]), arguments[1].substring(0, "2026-11-01".length()));
        documents.writeManual(List.of(CommandTree.whole()));
        documents.write("completions/lro.bash", CompletionScript.BASH.of(CommandTree.whole()));
        documents.write("completions/_lro", CompletionScript.ZSH.of(CommandTree.whole()));
        documents.write("completions/lro.fish", CompletionScript.FISH.of(CommandTree.whole()));
    }

    private void writeManual(List<CommandLine> commands) throws IOException {
        for (CommandLine command : commands) {
            ManualPage page = new ManualPage(command, date);
            write("man/man1/" + page.name() + ".1", page.text());
            List<CommandLine> below = new ArrayList<>(command.getSubcommands().values());
            below.removeIf(each -> each.getCommandSpec().usageMessage().hidden());
            writeManual(below);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("\r\n", "\n"), UTF_8);
    }
}
