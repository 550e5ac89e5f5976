// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The content of an operation's JSON.
 *
 * @param metadata empty for what the service's operations have without a script
 * @param response the JSON of an Any; empty for what the service's operations have without a script
 * @param error the error of an operation that ends as FAILED
 * @param sendsDoneFalse whether a running operation has {@code "done": false} instead of no such field
 * @param startDelay how long it is pending, in dialects that tell
 */
record OperationContent(
        Optional<Metadata> metadata,
        Optional<String> response,
        ErrorStatus error,
        boolean sendsDoneFalse,
        Duration startDelay) {

    private static final ErrorStatus INTERNAL = new ErrorStatus(13, "The operation failed.", List.of());

    static final ErrorStatus CANCELLED = new ErrorStatus(1, "The operation was cancelled.", List.of());

    static final OperationContent PLAIN =
            new OperationContent(Optional.empty(), Optional.empty(), INTERNAL, false, Duration.ZERO);

    OperationContent metadata(Metadata value) {
        return new OperationContent(Optional.of(value), response, error, sendsDoneFalse, startDelay);
    }

    OperationContent response(String json) {
        return new OperationContent(metadata, Optional.of(json), error, sendsDoneFalse, startDelay);
    }

    OperationContent error(ErrorStatus value) {
        return new OperationContent(metadata, response, value, sendsDoneFalse, startDelay);
    }

    OperationContent withDoneFalse() {
        return new OperationContent(metadata, response, error, true, startDelay);
    }

    OperationContent startsAfter(Duration delay) {
        return new OperationContent(metadata, response, error, sendsDoneFalse, delay);
    }

    /** A google.rpc.Status; the code may be an unknown number, each detail is the JSON of an Any. */
    record ErrorStatus(int code, String message, List<String> details) {}
}
