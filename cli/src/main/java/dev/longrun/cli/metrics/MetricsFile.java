// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that a textfile collector reads. A reader sees the old content or the new one, never a part: the text is
 * written beside the file and then moved over it. The collector may be another user, so everybody may read it.
 *
 * @param path a regular file, or none yet, in a directory that exists
 */
public record MetricsFile(Path path) {
    private static final String ENDING = ".prom";
    private static final String READABLE = "rw-r--r--";

    /** @throws IllegalArgumentException if it cannot be written */
    public MetricsFile {
        Path directory = directory(path);
        if (path.getFileName() == null || Files.exists(path) && !Files.isRegularFile(path)) {
            throw refused(path, "is no regular file; give one such as lro.prom");
        }
        if (!Files.isDirectory(directory)) {
            throw refused(path, "there is no directory " + directory);
        }
        if (!Files.isWritable(directory)) {
            throw refused(path, "the directory " + directory + " is not writable");
        }
    }

    private static IllegalArgumentException refused(Path path, String reason) {
        return new IllegalArgumentException("--metrics-file " + path + ": " + reason);
    }

    private static Path directory(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /** The name of the file without its ending. */
    public String batch() {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Replaces the content. */
    public void write(String text) throws IOException {
        Path beside = Files.createTempFile(directory(path), "." + path.getFileName(), ".tmp");
        try {
            Files.write(beside, text.getBytes(UTF_8));
            PosixFileAttributeView posix = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(PosixFilePermissions.fromString(READABLE));
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
