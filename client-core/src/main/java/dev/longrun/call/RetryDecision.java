// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;

/** What follows an attempt. */
sealed interface RetryDecision {

    /** The attempt is the call's result, good or bad. */
    record Finish(Reason reason) implements RetryDecision {}

    /** Wait, then try again; with a new token where the old one was refused. */
    record Retry(Duration pause, boolean newToken) implements RetryDecision {}

    /** Why there is no further attempt; goes into the message. */
    enum Reason {
        ANSWERED(""),
        PERMANENT(""),
        ATTEMPTS_USED("no attempt is left"),
        BUDGET_SPENT("too many calls of this client fail just now, so it does not retry"),
        DEADLINE("the deadline leaves no time for another attempt"),
        HINT_PAST_DEADLINE("the server asks to wait longer than the deadline allows"),
        NO_TURN("the service throttles such calls, and the time was over before the turn of this one came"),
        CLOSED("the client is closed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether the same call may well get through later. */
        boolean passes() {
            return this != CLOSED;
        }
    }
}
