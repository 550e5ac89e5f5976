// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.error.NotSentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many cancels are paced, and how they survive a crash. */
final class JournalOptions {
    @Option(
            names = "--rps",
            paramLabel = "N",
            converter = NumberConverters.PerSecond.class,
            description =
                    "Begin at most so many cancels a second, such as 20 or 0.5; else as many as the service takes.")
    private @Nullable Double perSecond;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Write each step to this new file before it is taken, so that --resume can go on after a crash.")
    private @Nullable Path journal;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Go on with a journal: what has a verdict is left alone, what may have been asked for is read first. `lro cancel`"
                            + " takes the same --from-file with it, for the names that it had not come to.")
    private @Nullable Path resume;

    boolean given() {
        return perSecond != null || journal != null || resume != null;
    }

    double perSecond() {
        return perSecond == null ? Double.POSITIVE_INFINITY : perSecond;
    }

    @Nullable
    Path journal() {
        return journal;
    }

    @Nullable
    Path resume() {
        return resume;
    }

    /**
     * Looks whether the journal can be begun, and makes nothing yet.
     *
     * @throws NotSentException if it cannot
     */
    void checkJournal() {
        if (journal == null || Files.notExists(journal)) {
            return;
        }
        if (Files.isDirectory(journal)) {
            throw new NotSentException("--journal " + journal + " is a directory; give the name of a new file");
        }
        long size = journal.toFile().length();
        if (size > 0) {
            throw new NotSentException("--journal " + journal + " exists and has " + size
                    + " bytes; a new run needs a new file. Resume it instead, or give another name");
        }
    }

    /** The words that go on with the journal. */
    List<String> goOn(Path file) {
        List<String> words = new ArrayList<>(List.of("lro", "cancel", "--resume", file.toString()));
        OptionEcho.add(words, "--rps", perSecond == null ? null : perSecond.toString());
        return words;
    }
}
