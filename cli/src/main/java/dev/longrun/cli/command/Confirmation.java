// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.process.ProcessEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Whether the user agrees to a plan: by {@code --yes}, or by the answer to a question on a terminal.
 *
 * @param given whether {@code --yes} was given
 */
record Confirmation(ProcessEnvironment environment, Console console, boolean given) {
    private static final List<String> YES = List.of("y", "yes");

    /** Whether it was given, or the user can be asked. */
    boolean isPossible() {
        return given || environment.interactive();
    }

    /** Asks unless it was given. Anything but a clear yes is a no. */
    boolean ask(int operations) {
        if (given) {
            return true;
        }
        console.ask(
                "Cancel " + (operations == 1 ? "this operation" : "these " + operations + " operations") + "? [y/N]");
        try {
            String answer = new BufferedReader(new InputStreamReader(environment.in(), UTF_8)).readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the answer cannot be read: " + e.getMessage() + "; give --yes to skip the question", e);
        }
    }
}
