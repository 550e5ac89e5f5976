// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import java.util.Set;

/** The body of a cancel. Clients send none, an empty object, or fields that are in the path too, which says more. */
final class CancelBody {

    /** @throws InvalidArgument if the body has anything else */
    static void check(RoutedRequest request) {
        String body = request.body();
        Set<String> fields = request.dialect().cancelFields();
        if (!body.isBlank() && !isObjectOf(fields, body)) {
            throw new InvalidArgument("Invalid JSON payload received. The body of a cancel must be empty, {}"
                    + (fields.isEmpty() ? "" : " or an object of texts with no other fields than " + fields)
                    + "; got " + body);
        }
    }

    private static boolean isObjectOf(Set<String> fields, String body) {
        try {
            JsonObject json = JsonObject.parse(body);
            return fields.containsAll(json.fields())
                    && json.fields().stream()
                            .allMatch(field -> json.string(field).isPresent());
        } catch (JsonException e) {
            return false;
        }
    }

    private CancelBody() {}
}
