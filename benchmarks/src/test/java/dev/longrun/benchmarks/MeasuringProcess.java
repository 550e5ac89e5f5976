// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of this module in a JVM of its own, without the agent that measures coverage. */
final class MeasuringProcess {
    private MeasuringProcess() {}

    /** Returns the lines that the program prints. */
    static List<String> run(Class<?> program, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "--class-path=" + System.getProperty("java.class.path"),
                        program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
