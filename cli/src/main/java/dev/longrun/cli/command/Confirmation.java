// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.error.NotSentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;

/** Whether somebody agrees to a plan: on the command line, or when asked. */
record Confirmation(ProcessEnvironment surroundings, Console console, boolean given) {
    private static final List<String> YES = List.of("y", "yes");

    /** Whether it was given, or there is somebody to ask. */
    boolean canBeGiven() {
        return given || surroundings.asks();
    }

    /** Asks unless it was given. Anything but a clear yes is a no. */
    boolean isGiven(int operations) {
        if (given) {
            return true;
        }
        console.ask(
                "Cancel " + (operations == 1 ? "this operation" : "these " + operations + " operations") + "? [y/N]");
        try {
            String answer = new BufferedReader(new InputStreamReader(surroundings.in(), UTF_8)).readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new NotSentException(
                    "the answer cannot be read: " + e.getMessage() + "; give --yes to be asked nothing");
        }
    }
}
