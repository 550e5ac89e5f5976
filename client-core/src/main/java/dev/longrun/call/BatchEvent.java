// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;
import java.util.Map;

/** The end of a batch of cancels. Immutable. */
public final class BatchEvent {
    private final Map<String, Long> outcomes;
    private final long failed;
    private final Duration elapsed;

    /** For tests of tracers; a client makes its own. */
    public BatchEvent(Map<String, Long> outcomes, long failed, Duration elapsed) {
        this.outcomes = Map.copyOf(outcomes);
        this.failed = failed;
        this.elapsed = elapsed;
    }

    /** How many cancels came to each kind of outcome, such as {@code CANCELLED}. */
    public Map<String, Long> outcomes() {
        return outcomes;
    }

    /** How many cancels failed. */
    public long failed() {
        return failed;
    }

    /** The time since the batch began. */
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public String toString() {
        return "batch " + outcomes + ", " + failed + " failed in " + elapsed;
    }
}
