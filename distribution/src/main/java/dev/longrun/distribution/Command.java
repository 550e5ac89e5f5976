// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;

/** Runs a program to its end. */
final class Command {
    private Command() {}

    /**
     * What it printed.
     *
     * @throws IOException if it cannot be started, or ends with another exit code than 0
     */
    static String run(Path directory, String... words) throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        program.environment().clear(); // no variable changes what is built
        Process process = program.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit + ":\n" + output);
        }
        return output;
    }
}
