// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many threads may hold a connection each, so that files, jars and classes can still be opened. */
final class OpenFileLimit {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files +([0-9]{1,9}) ");
    private static final int SHARE = 8;

    private OpenFileLimit() {}

    /** An eighth of the process's limit of open files, at least 2 and at most {@code most}. */
    static int connections(int most) {
        try {
            return connections(Files.readString(LIMITS), most);
        } catch (IOException notLinux) {
            return most;
        }
    }

    static int connections(String limits, int most) {
        Matcher files = OPEN_FILES.matcher(limits);
        return files.find() ? Math.max(2, Math.min(most, Integer.parseInt(files.group(1)) / SHARE)) : most;
    }
}
