// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.WaitCondition;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.text.Durations;
import dev.longrun.time.Backoff;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is waited for, how long, and how often it is read. */
final class WaitOptions {
    @Option(
            names = "--for",
            paramLabel = "done|progress=N|cancel-noted",
            converter = WaitConditionConverter.class,
            description =
                    "What to wait for: the end (default), N percent or more, or that the service shows that it has noted a"
                            + " cancel. A service that does not show it is waited for to the end.")
    private @Nullable WaitCondition condition;

    @Option(
            names = "--any",
            description =
                    "Stop at the first operation that is as asked, and exit 0; the others are no longer waited for.")
    private boolean any;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "The time between two reads of an operation, such as 5s; by default it grows from 40ms to 10s.")
    private @Nullable Duration interval;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "How long to wait, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(10);

    boolean any() {
        return any;
    }

    Duration timeout() {
        return timeout;
    }

    /** What is waited for, as it was given, for a command that waits again. */
    List<String> given() {
        List<String> words = new ArrayList<>();
        OptionEcho.add(words, "--for", condition == null ? null : condition.toString());
        OptionEcho.add(
                words,
                "--interval",
                interval == null ? null : Durations.format(interval).replace(" ", ""));
        if (any) {
            words.add("--any");
        }
        return words;
    }

    /** @param left of the timeout */
    WaitTask task(Duration left) {
        WatchOptions options = WatchOptions.defaults().withTimeout(left);
        return new WaitTask(
                interval == null ? options : options.withPollBackoff(Backoff.constant(interval)),
                condition == null ? WaitCondition.DONE : condition);
    }
}
