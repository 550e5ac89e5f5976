// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;

/** Tells an operation from other JSON that a server or a proxy sends with HTTP 200. Pure. */
final class OperationResponse {
    private OperationResponse() {}

    /**
     * Reads the response of a get or wait.
     *
     * @throws dev.longrun.json.JsonException if it is no operation, or another one
     */
    static Operation read(OperationName asked, JsonObject json) {
        String name = json.string("name").orElse("");
        if (name.isEmpty()) {
            throw MalformedOperation.unnamed(json);
        }
        if (!id(name).equals(id(asked.value()))) {
            throw MalformedOperation.another(asked, name);
        }
        return Operation.read(asked, json);
    }

    /** @throws dev.longrun.json.JsonException if an error stands where there should be none */
    static void requireNoError(JsonObject json) {
        if (json.has("error")) {
            throw MalformedOperation.errorInstead(json);
        }
    }

    /** The last segment. The others may differ: a server may write a project's number for its id. */
    private static String id(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
