// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Format;
import dev.longrun.cli.report.JournalSummary;
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
            name = "show",
            description =
                    "Shows what a journal says: its counts, the names without a final outcome, and its last lines."
                            + " The journal may be in use, and its last line may be torn.")
    int show(@Parameters(paramLabel = "FILE", description = "The journal.") Path file) {
        checkExists(file);
        JournalSummary summary = JournalSummary.of(file);
        if (context.format() == Format.JSON) {
            context.console().data(summary.json());
        } else {
            summary.lines().forEach(context.console()::data);
        }
        return 0;
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
            checkExists(part);
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

    private static void checkExists(Path journal) {
        if (Files.notExists(journal)) {
            throw new IllegalArgumentException("journal " + journal + ": there is no such file");
        }
    }
}
