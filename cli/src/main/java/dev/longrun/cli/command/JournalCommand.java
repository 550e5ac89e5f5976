// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.journal.JournalIndex;
import dev.longrun.text.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro journal}. */
@Command(name = "journal", description = "Reads the journals of cancel and sweep.")
final class JournalCommand {
    private final CommandContext context;

    JournalCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "merge",
            description = "Merges the journals of shards into a new one, which can be read and resumed like any other.")
    int merge(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "The journals; they stay as they are.")
                    List<Path> parts,
            @Option(names = "--into", required = true, paramLabel = "FILE", description = "The new journal.")
                    Path into) {
        for (Path part : parts) {
            if (Files.notExists(part)) {
                throw new IllegalArgumentException("journal " + part + ": there is no such file");
            }
        }
        JournalIndex all = JournalIndex.merge(new ArrayList<>(parts), into);
        context.console()
                .note("lro: %s has %s, %s without a final outcome; so far: %s"
                        .formatted(
                                into,
                                Counted.of(all.names(), "name"),
                                all.unsettled(),
                                all.counts().describe()));
        return 0;
    }
}
