// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.metrics.MetricsFile;
import dev.longrun.cli.metrics.RunMetrics;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Numbers about the run of a command, for a monitoring system. */
final class MetricsOption {
    @Option(
            names = "--metrics-file",
            paramLabel = "FILE",
            description =
                    "At the end, also after Ctrl-C, replace this file by numbers about the run in the text format of"
                            + " Prometheus: outcomes, requests, retries, duration, exit code. For the textfile collector of"
                            + " node_exporter, which reads files that end in .prom; the name before that is the label batch.")
    private @Nullable Path file;

    /**
     * Begins to count, if the option was given.
     *
     * @param command such as {@code cancel}
     * @throws IllegalArgumentException if the file cannot be written
     */
    void begin(CommandContext context, String command) {
        if (file != null) {
            context.observe(new RunMetrics(
                    command, new MetricsFile(file), context.environment().time(), context.console()));
        }
    }
}
