// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.wire.JsonWriter;

/**
 * The fields that most services have. {@code endTime} is left out while the operation runs, and the cancel field before
 * a cancel.
 */
record SharedMetadata(String typeName, String cancelSpelling, String verb, String target) implements Metadata {

    @Override
    public String json(OperationRecord operation, String apiVersion) {
        OperationState state = operation.state();
        JsonWriter json = JsonWriter.object()
                .put("@type", "type.googleapis.com/" + typeName)
                .put("createTime", state.created().toString());
        if (operation.done()) {
            json.put("endTime", state.updated().toString());
        }
        json.put("target", target).put("verb", verb);
        if (state.cancelAccepted().isPresent()) {
            json.put(cancelSpelling, true);
        }
        return json.put("apiVersion", apiVersion).end();
    }
}
