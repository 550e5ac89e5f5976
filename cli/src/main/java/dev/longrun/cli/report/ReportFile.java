// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * The file of a report. It is there whole or not at all: a draft beside it is moved into its place. A file that is no
 * report is never written over; an earlier report of the same format is.
 */
public final class ReportFile {
    private final Path path;

    private ReportFile(Path path) {
        this.path = path;
    }

    /**
     * Checks whether the report can be written there, and writes nothing.
     *
     * @param option as the user gave it, for messages
     * @throws IllegalArgumentException if there is another file, or no directory for it
     */
    public static ReportFile check(Path path, ReportFormat format, String option) {
        Path directory = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(option + " " + path + " is a directory; give the name of a file");
        } else if (directory == null || !Files.isDirectory(directory)) {
            throw new IllegalArgumentException(option + " " + path + ": there is no directory " + directory);
        } else if (!Files.isWritable(directory)) {
            throw new IllegalArgumentException(option + " " + path + ": no file can be created in " + directory);
        } else if (Files.exists(path) && !isReport(path, format)) {
            throw new IllegalArgumentException(
                    option + " " + path + " exists and is no report of lro, so it stays; give another name");
        }
        return new ReportFile(path);
    }

    public Path path() {
        return path;
    }

    /** @throws IOException if it cannot be written; then there is no draft left */
    public void write(ReportFormat format, Report report) throws IOException {
        Path draft = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(draft, WRITE, CREATE_NEW)) {
                BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, UTF_8), 1 << 16);
                format.write(report, out);
                out.flush();
                channel.force(true);
            }
            publish(draft, format);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void publish(Path draft, ReportFormat format) throws IOException {
        if (Files.exists(path) && !isReport(path, format)) {
            throw new IOException("another file has come there meanwhile");
        }
        try {
            Files.move(draft, path, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, path, REPLACE_EXISTING);
        }
    }

    /** An empty file is taken too, as of {@code mktemp}. */
    private static boolean isReport(Path path, ReportFormat format) {
        byte[] beginning = format.beginning().getBytes(UTF_8);
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(beginning.length);
            return first.length == 0 || Arrays.equals(first, beginning);
        } catch (IOException e) {
            return false;
        }
    }
}
