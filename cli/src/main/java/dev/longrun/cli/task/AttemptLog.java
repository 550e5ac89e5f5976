// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallListener;
import dev.longrun.cli.output.Console;

/**
 * Shows every attempt to those who want to see more, and keeps what was wrong with the last one for those who wait. An
 * event holds neither headers nor bodies, hence nothing secret. Thread-safe.
 */
public final class AttemptLog implements CallListener {
    private final Console console;
    private volatile String trouble = "";

    public AttemptLog(Console console) {
        this.console = console;
    }

    @Override
    public void onAttempt(AttemptEvent event) {
        String answer =
                event.httpStatus() == 0 ? event.problem() : (event.httpStatus() + " " + event.problem()).strip();
        String again = event.attempt() == 1 ? "" : ", attempt " + event.attempt();
        console.detail("→ %s %s%s %s in %d ms%s"
                .formatted(
                        event.method(),
                        event.origin(),
                        event.path(),
                        answer,
                        event.elapsed().toMillis(),
                        again));
        trouble = event.problem().isEmpty() ? "" : event.origin() + ": " + answer;
    }

    /** {@code http://127.0.0.1:9: no connection}; empty where the last attempt went well. */
    public String trouble() {
        return trouble;
    }
}
