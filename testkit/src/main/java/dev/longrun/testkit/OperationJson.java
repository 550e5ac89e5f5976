// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.OperationContent.ErrorStatus;
import dev.longrun.wire.JsonWriter;

/** The JSON of an operation, from {@code google/longrunning/operations.proto}. */
final class OperationJson {

    static String of(OperationRecord operation, OperationContent content, String apiVersion) {
        JsonWriter json = JsonWriter.object().put("name", operation.name());
        String metadata = content.metadata().json(operation, apiVersion);
        if (!metadata.isEmpty()) {
            json.putRaw("metadata", metadata);
        }
        if (operation.done()) {
            json.put("done", true);
        } else if (content.sendsDoneFalse()) {
            json.put("done", false);
        }
        operation.state().terminalState().ifPresent(ending -> putEnd(json, ending, content));
        return json.end();
    }

    private static void putEnd(JsonWriter json, TerminalState ending, OperationContent content) {
        switch (ending) {
            case CANCELLED -> json.putRaw("error", error(OperationContent.CANCELLED));
            case FAILED -> json.putRaw("error", error(content.error()));
            case COMPLETED -> json.putRaw("response", content.response());
            case NO_RESULT -> {}
        }
    }

    private static String error(ErrorStatus failure) {
        JsonWriter json = JsonWriter.object().put("code", failure.code()).put("message", failure.message());
        if (!failure.details().isEmpty()) {
            json.putRaw("details", failure.details());
        }
        return json.end();
    }

    private OperationJson() {}
}
