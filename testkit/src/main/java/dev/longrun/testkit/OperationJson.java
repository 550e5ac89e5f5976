// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonWriter;
import dev.longrun.testkit.OperationContent.Failure;

/** An operation as {@code google/longrunning/operations.proto} goes over REST. */
final class OperationJson {

    static String of(OperationRecord operation, OperationContent wording, String apiVersion) {
        JsonWriter json = JsonWriter.object().put("name", operation.name());
        String metadata = wording.metadata().json(operation, apiVersion);
        if (!metadata.isEmpty()) {
            json.putRaw("metadata", metadata);
        }
        if (operation.done()) {
            json.put("done", true);
        } else if (wording.sendsDoneFalse()) {
            json.put("done", false);
        }
        operation.state().ending().ifPresent(ending -> putEnd(json, ending, wording));
        return json.end();
    }

    private static void putEnd(JsonWriter json, TerminalState ending, OperationContent wording) {
        switch (ending) {
            case CANCELLED -> json.putRaw("error", error(OperationContent.CANCELLED));
            case FAILED -> json.putRaw("error", error(wording.error()));
            case COMPLETED -> json.putRaw("response", wording.response());
            case NO_RESULT -> {}
        }
    }

    private static String error(Failure failure) {
        JsonWriter json = JsonWriter.object().put("code", failure.code()).put("message", failure.message());
        if (!failure.details().isEmpty()) {
            json.putRaw("details", failure.details());
        }
        return json.end();
    }

    private OperationJson() {}
}
