// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.List;

/**
 * What an operation says, apart from how it ends.
 *
 * @param response the JSON of an Any
 * @param error what FAILED is stated as
 * @param saysNotDone sends {@code "done": false}, as some services do, where the field could be left out
 */
record Wording(Metadata metadata, String response, Failure error, boolean saysNotDone) {

    private static final String EMPTY = "{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}";
    private static final Failure INTERNAL = new Failure(13, "The operation failed.", List.of());

    static final Failure CANCELLED = new Failure(1, "The operation was cancelled.", List.of());

    static final Wording PLAIN = new Wording(
            (operation, apiVersion) ->
                    Metadata.common("update", parentOf(operation.name())).json(operation, apiVersion),
            EMPTY,
            INTERNAL,
            false);

    Wording metadata(Metadata value) {
        return new Wording(value, response, error, saysNotDone);
    }

    Wording response(String json) {
        return new Wording(metadata, json, error, saysNotDone);
    }

    Wording error(Failure value) {
        return new Wording(metadata, response, value, saysNotDone);
    }

    Wording sayingNotDone() {
        return new Wording(metadata, response, error, true);
    }

    private static String parentOf(String name) {
        int operations = name.lastIndexOf("/operations/");
        return operations < 0 ? name : name.substring(0, operations);
    }

    /** A google.rpc.Status whose number need not be one of those known; each detail is the JSON of an Any. */
    record Failure(int code, String message, List<String> details) {}
}
