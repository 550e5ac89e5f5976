// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome rests on.
 *
 * @param request what became of the request to cancel
 * @param acknowledged whether a snapshot said that the server holds a request to cancel, or that it carried one out
 * @param polls how often the operation was read or tried to be read
 * @param elapsed from the start to the outcome
 * @param lastSnapshot the operation as it was read last
 * @param lastPollError the newest read that failed; later ones may have come through
 * @param requestIds ids under which the service's own logs know the requests that were answered with an error
 */
public record CancelEvidence(
        RequestStatus request,
        boolean acknowledged,
        int polls,
        Duration elapsed,
        Optional<Operation> lastSnapshot,
        Optional<LongrunException> lastPollError,
        List<String> requestIds) {

    /** What became of the request to cancel. */
    public enum RequestStatus {
        /** Nothing was asked for: the operation was done at the first look, or strict mode kept the request back. */
        NOT_SENT,
        /** The service took it. */
        ACCEPTED,
        /** The service said no. */
        REFUSED,
        /** It went out, and no answer that can be relied on came back: it may have been carried out. */
        UNKNOWN;

        /** Whether it may have reached the service and not been refused. */
        boolean isPerhapsTaken() {
            return this == ACCEPTED || this == UNKNOWN;
        }
    }
}
