// SPDX-License-Identifier: Apache-2.0
package dev.longrun.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What became of a program that was run with exactly the given environment. */
record Ran(int exit, String out, String err) {

    static Ran run(Path directory, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("ran", ".out");
        Path err = Files.createTempFile("ran", ".err");
        ProcessBuilder program = new ProcessBuilder(List.of(words))
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        program.environment().clear();
        program.environment().putAll(environment);
        Process process = program.start();
        try {
            if (!process.waitFor(100, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        String.join(" ", words) + " still runs after 100 s; stderr has: " + Files.readString(err));
            }
            return new Ran(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
