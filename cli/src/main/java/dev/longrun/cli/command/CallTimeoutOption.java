// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.call.CallOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The time of one call with its retries. */
final class CallTimeoutOption {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = DurationConverter.class,
            description = "For each call with its retries, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(1);

    CallOptions options() {
        return CallOptions.defaults().withTimeout(timeout);
    }
}
