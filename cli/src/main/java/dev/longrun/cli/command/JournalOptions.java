// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.text.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rate of many cancels, and the journal with which they survive a crash. */
final class JournalOptions {
    @Option(
            names = "--rps",
            paramLabel = "N",
            converter = NumberConverters.PerSecond.class,
            description =
                    "Start at most this many cancels a second, such as 20 or 0.5; else as many as the service takes.")
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
            description = "Go on with a journal: names with an outcome are left alone, names whose cancel may have been"
                    + " sent are read first. `lro cancel` takes the same --from-file with it, for the names that the"
                    + " journal does not have yet.")
    private @Nullable Path resume;

    boolean isGiven() {
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
     * Checks whether the journal can be created, and creates nothing.
     *
     * @throws IllegalArgumentException if it cannot
     */
    void check() {
        if (journal != null && resume != null) {
            throw new IllegalArgumentException(
                    "--journal starts a new journal and --resume goes on with one; give only one of them");
        }
        if (journal == null || Files.notExists(journal)) {
            return;
        }
        if (Files.isDirectory(journal)) {
            throw new IllegalArgumentException("--journal " + journal + " is a directory; give the name of a new file");
        }
        long size = journal.toFile().length();
        if (size > 0) {
            throw new IllegalArgumentException("--journal " + journal + " exists and has " + Counted.of(size, "byte")
                    + "; a new run needs a new file. Resume it instead, or give another name");
        }
    }

    /** The command that resumes the journal. */
    List<String> resumeCommand(Path file) {
        List<String> words = new ArrayList<>(List.of("lro", "cancel", "--resume", file.toString()));
        OptionEcho.add(words, "--rps", perSecond == null ? null : perSecond.toString());
        return words;
    }
}
