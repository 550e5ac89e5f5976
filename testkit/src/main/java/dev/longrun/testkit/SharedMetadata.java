// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonWriter;
import dev.longrun.testkit.OperationState.Ended;
import java.time.Instant;

/** The fields that most services agree on; the fields of a state that has not come yet are left out. */
record SharedMetadata(String typeName, String cancelSpelling, String verb, String target) implements Metadata {

    @Override
    public String json(OperationRecord operation, String apiVersion) {
        OperationState state = operation.state();
        JsonWriter json = JsonWriter.object()
                .put("@type", "type.googleapis.com/" + typeName)
                .put("createTime", state.created().toString());
        if (operation.done()) {
            json.put("endTime", changed(operation).toString());
        }
        json.put("target", target).put("verb", verb);
        if (state.cancelAccepted().isPresent()) {
            json.put(cancelSpelling, true);
        }
        return json.put("apiVersion", apiVersion).end();
    }

    /** When the operation last changed. */
    static Instant changed(OperationRecord operation) {
        return operation
                .state()
                .fold(
                        running -> running.created(),
                        cancelling -> cancelling.accepted(),
                        Ended::at,
                        deleted -> deleted.at());
    }
}
