// SPDX-License-Identifier: Apache-2.0
package dev.longrun.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import java.util.Optional;

/** Parses the body of an error response, which may be anything. */
final class ErrorBody {

    /** The object, or the first one of an array; empty for anything else. */
    static Optional<JsonObject> object(byte[] body) {
        try {
            return Optional.of(JsonObject.parse(body));
        } catch (JsonException notAnObject) {
            return firstOfArray(body);
        }
    }

    private static Optional<JsonObject> firstOfArray(byte[] body) {
        try {
            String wrapped = "{\"array\":" + new String(body, UTF_8) + "}";
            return JsonObject.parse(wrapped).objects("array").stream().findFirst();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    private ErrorBody() {}
}
