// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Directories {
    private Directories() {}

    /** Deletes the directory if it exists. */
    static void delete(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : files(directory, Comparator.reverseOrder())) {
                Files.delete(file);
            }
        }
    }

    /** Gives all files and directories this time; links keep theirs. */
    static void touch(Path directory, FileTime time) throws IOException {
        for (Path file : files(directory, Comparator.reverseOrder())) {
            if (!Files.isSymbolicLink(file)) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static List<Path> files(Path directory, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(order).toList();
        }
    }
}
