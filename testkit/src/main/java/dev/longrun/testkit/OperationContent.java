// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.List;

/**
 * What an operation says, apart from how it ends.
 *
 * @param response the JSON of an Any
 * @param error what FAILED is stated as
 * @param sendsDoneFalse sends {@code "done": false}, as some services do, where the field could be left out
 */
record OperationContent(Metadata metadata, String response, Failure error, boolean sendsDoneFalse) {

    private static final String EMPTY = "{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}";
    private static final Failure INTERNAL = new Failure(13, "The operation failed.", List.of());

    static final Failure CANCELLED = new Failure(1, "The operation was cancelled.", List.of());

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

    OperationContent error(Failure value) {
        return new OperationContent(metadata, response, value, sendsDoneFalse);
    }

    OperationContent sayingNotDone() {
        return new OperationContent(metadata, response, error, true);
    }

    private static String parentOf(String name) {
        int operations = name.lastIndexOf("/operations/");
        return operations < 0 ? name : name.substring(0, operations);
    }

    /** A google.rpc.Status whose number need not be one of those known; each detail is the JSON of an Any. */
    record Failure(int code, String message, List<String> details) {}
}
