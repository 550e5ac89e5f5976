// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import java.util.List;

/** The state after an event, and what is to be done now, in order. Immutable. */
record CancelStep(CancelState state, List<Action> actions) {

    /** What {@link CancelTask} does; the parameters are in the state. */
    enum Action {
        /** Ask the log for the request of an earlier process. */
        ASK_LOG,
        LOG_INTENT,
        /** Send a cancel request. */
        SEND,
        /** Log the status of the requests; not waited for. */
        LOG_RESPONSE,
        /** Wait for the state's {@code time}. */
        PAUSE,
        /** Read until one snapshot is there, for the state's {@code time} at most. */
        READ,
        /** Read until the operation has ended, for the state's {@code time} at most. */
        WATCH,
        /** Log the outcome or the failure. */
        LOG_END,
        /** Give the outcome or the failure to the caller. */
        FINISH
    }

    static CancelStep of(CancelState state, Action... actions) {
        return new CancelStep(state, List.of(actions));
    }
}
