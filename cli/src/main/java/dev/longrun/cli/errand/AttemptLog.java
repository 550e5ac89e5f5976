// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.call.CallEvent;
import dev.longrun.call.CallListener;
import dev.longrun.cli.output.Console;

/** Shows every attempt to those who want to see more. An event holds neither headers nor bodies, hence nothing secret. */
public record AttemptLog(Console console) implements CallListener {

    @Override
    public void onAttempt(CallEvent event) {
        String answer = event.httpStatus() == 0 ? "no answer" : Integer.toString(event.httpStatus());
        String problem = event.problem().isEmpty() ? "" : " " + event.problem();
        String again = event.attempt() == 1 ? "" : ", attempt " + event.attempt();
        console.detail("→ %s %s%s %s%s in %d ms%s"
                .formatted(
                        event.method(),
                        event.origin(),
                        event.path(),
                        answer,
                        problem,
                        event.elapsed().toMillis(),
                        again));
    }
}
