// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.CancelOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How each operation is cancelled. */
final class CancelFlags {
    @Option(names = "--strict", description = "Send nothing where the service documents no cancel for such names.")
    private boolean strict;

    @Option(names = "--read-first", description = "Read each operation first, and send no cancel for one that is done.")
    private boolean readFirst;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description =
                    "For each request and all that follows it, and in a sweep for all lists before, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(5);

    CancelOptions options() {
        return CancelOptions.defaults().withTimeout(timeout).withStrict(strict).withReadFirst(readFirst);
    }
}
