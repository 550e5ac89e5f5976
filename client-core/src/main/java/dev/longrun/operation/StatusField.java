// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.json.JsonObject;

/** The field {@code status} of dialects without {@code done}. */
final class StatusField {
    private StatusField() {}

    /**
     * True for {@code DONE} in any case; every other word is one of an operation that goes on.
     *
     * @throws dev.longrun.json.JsonException if there is no status
     */
    static boolean isDone(JsonObject json) {
        String status = json.string("status").orElse("");
        if (status.isEmpty()) {
            throw MalformedOperation.status(json);
        }
        return status.equalsIgnoreCase("DONE");
    }
}
