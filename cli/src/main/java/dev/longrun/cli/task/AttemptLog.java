// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.cli.output.Console;

/**
 * Prints every attempt with {@code --verbose}, and keeps the error of the newest one for the progress line. An event
 * holds neither headers nor bodies, so nothing secret is printed. Thread-safe.
 */
public final class AttemptLog implements ClientListener {
    private final Console console;
    private volatile String trouble = "";

    public AttemptLog(Console console) {
        this.console = console;
    }

    @Override
    public void attemptEnded(AttemptEvent event) {
        String response =
                event.httpStatus() == 0 ? event.problem() : (event.httpStatus() + " " + event.problem()).strip();
        String again = event.number() == 1 ? "" : ", attempt " + event.number();
        console.detail("→ %s %s%s %s in %s ms%s"
                .formatted(
                        event.call().httpMethod(),
                        event.call().origin(),
                        event.call().path(),
                        response,
                        event.elapsed().toMillis(),
                        again));
        trouble = event.problem().isEmpty() ? "" : event.call().origin() + ": " + response;
    }

    /** {@code http://127.0.0.1:9: no connection}; empty if the newest attempt succeeded. */
    String trouble() {
        return trouble;
    }
}
