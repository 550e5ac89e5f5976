// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;

/** One HTTP request that ended. Contains no header, body or credential. Immutable. */
public final class AttemptEvent {
    private final CallEvent call;
    private final int httpStatus;
    private final String problem;
    private final Duration elapsed;

    /** For tests of listeners; a client makes its own. */
    public AttemptEvent(CallEvent call, int httpStatus, String problem, Duration elapsed) {
        this.call = call;
        this.httpStatus = httpStatus;
        this.problem = problem;
        this.elapsed = elapsed;
    }

    /** The call, as far as it has come. */
    public CallEvent call() {
        return call;
    }

    /** The number of this attempt; 1 for the first. */
    public int number() {
        return call.attempts();
    }

    /** The status of the response; 0 if none came. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The failure in a word or two, {@code UNAVAILABLE} or {@code no connection}; empty on success. */
    public String problem() {
        return problem;
    }

    /** The duration of the attempt, its token fetch included. */
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public String toString() {
        return call.httpMethod() + " " + call.origin() + call.path() + ", attempt " + number() + ": HTTP " + httpStatus
                + (problem.isEmpty() ? "" : " " + problem) + " in " + elapsed;
    }
}
