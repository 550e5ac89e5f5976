// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.List;

/**
 * The content of an operation's JSON.
 *
 * @param response the JSON of an Any
 * @param error the error of an operation that ends as FAILED
 * @param sendsDoneFalse whether a running operation has {@code "done": false} instead of no such field
 */
record OperationContent(Metadata metadata, String response, ErrorStatus error, boolean sendsDoneFalse) {

    private static final String EMPTY = "{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}";
    private static final ErrorStatus INTERNAL = new ErrorStatus(13, "The operation failed.", List.of());

    static final ErrorStatus CANCELLED = new ErrorStatus(1, "The operation was cancelled.", List.of());

    static final OperationContent PLAIN = new OperationContent(
            (operation, apiVersion) ->
                    Metadata.common("update", parentOf(operation.name())).json(operation, apiVersion),
            EMPTY,
            INTERNAL,
            false);

    OperationContent metadata(Metadata value) {
        return new OperationContent(value, response, error, sendsDoneFalse);
    }

    OperationContent response(String json) {
        return new OperationContent(metadata, json, error, sendsDoneFalse);
    }

    OperationContent error(ErrorStatus value) {
        return new OperationContent(metadata, response, value, sendsDoneFalse);
    }

    OperationContent withDoneFalse() {
        return new OperationContent(metadata, response, error, true);
    }

    private static String parentOf(String name) {
        int operations = name.lastIndexOf("/operations/");
        return operations < 0 ? name : name.substring(0, operations);
    }

    /** A google.rpc.Status; the code may be an unknown number, each detail is the JSON of an Any. */
    record ErrorStatus(int code, String message, List<String> details) {}
}
