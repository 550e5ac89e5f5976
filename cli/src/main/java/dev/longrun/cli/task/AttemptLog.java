// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallListener;
import dev.longrun.cli.output.Console;

/**
 * Prints every attempt with {@code --verbose}, and keeps the error of the newest one for the progress line. An event
 * holds neither headers nor bodies, so nothing secret is printed. Thread-safe.
 */
public final class AttemptLog implements CallListener {
    private final Console console;
    private volatile String trouble = "";

    public AttemptLog(Console console) {
        this.console = console;
    }

    @Override
    public void onAttempt(AttemptEvent event) {
        String response =
                event.httpStatus() == 0 ? event.problem() : (event.httpStatus() + " " + event.problem()).strip();
        String again = event.attempt() == 1 ? "" : ", attempt " + event.attempt();
        console.detail("→ %s %s%s %s in %d ms%s"
                .formatted(
                        event.method(),
                        event.origin(),
                        event.path(),
                        response,
                        event.elapsed().toMillis(),
                        again));
        trouble = event.problem().isEmpty() ? "" : event.origin() + ": " + response;
    }

    /** {@code http://127.0.0.1:9: no connection}; empty if the newest attempt succeeded. */
    String trouble() {
        return trouble;
    }
}
