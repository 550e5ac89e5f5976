// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.time.Duration;

/** What follows a failed attempt. */
sealed interface RetryDecision {

    /** The call ends with this attempt. */
    record Stop(Reason reason) implements RetryDecision {}

    /**
     * Another attempt after a pause.
     *
     * @param newToken whether the token was rejected and has to be renewed
     * @param last whether no time is left for a further one: it is made just before the deadline
     */
    record RetryAfter(Duration pause, boolean newToken, boolean last) implements RetryDecision {}

    /** Why there is no further attempt; part of the message. */
    enum Reason {
        PERMANENT(""),
        ATTEMPTS_USED("no attempt is left"),
        BUDGET_SPENT("too many calls of this client fail just now, so it does not retry"),
        DEADLINE("the deadline leaves no time for another attempt"),
        HINT_PAST_DEADLINE("the server asks to wait longer than the deadline allows"),
        NO_PERMIT("the service throttles such calls, and the time was over before this one got a permit"),
        REJECTED("the application's executor rejected the call"),
        CLOSED("the client is closed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
