// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link CancelTask} reports on the way. A batch needs to know; for a single cancel nothing is kept. */
interface CancelTracker {

    /** The tracker of a single cancel. */
    CancelTracker NONE = new CancelTracker() {};

    /** An earlier process has a request under way. */
    default void previouslySent() {}

    /** A request is about to leave. Returns false if it is not wanted any more. */
    default boolean sending() {
        return true;
    }

    /** No further request follows. Called once or more. */
    default void requestsDone() {}

    /** The log threw, or failed to take an intent. */
    default void logFailed(Throwable thrown) {
        Logger log = LoggerFactory.getLogger(LroCanceller.class);
        log.warn("the write-ahead log of a cancel failed", thrown);
    }
}
