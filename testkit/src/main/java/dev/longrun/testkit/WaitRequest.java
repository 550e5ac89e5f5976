// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.json.JsonException;
import dev.longrun.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** Reads the timeout of a wait, which some bindings send in the body and others in the query. */
final class WaitRequest {

    private static final Duration USUAL = Duration.ofSeconds(60);

    /** @throws InvalidArgument if there is a timeout, but not in the form {@code 3.5s} */
    static Duration timeout(RoutedRequest request) {
        JsonObject asked = asked(request);
        if (!asked.has("timeout")) {
            return USUAL;
        }
        return asked.duration("timeout")
                .filter(timeout -> !timeout.isNegative())
                .orElseThrow(() -> new InvalidArgument("timeout must look like \"3.5s\", zero or more; got "
                        + asked.raw("timeout").orElseThrow()));
    }

    private static JsonObject asked(RoutedRequest request) {
        String inQuery = request.parameter("timeout");
        if (!inQuery.isEmpty()) {
            return JsonObject.parse("{\"timeout\":\"" + inQuery.replace("\"", "\\\"") + "\"}");
        }
        return Optional.of(request.body())
                .filter(body -> !body.isBlank())
                .map(WaitRequest::parse)
                .orElseGet(() -> parse("{}"));
    }

    private static JsonObject parse(String body) {
        try {
            return JsonObject.parse(body);
        } catch (JsonException e) {
            throw new InvalidArgument("Invalid JSON payload received. " + e.getMessage());
        }
    }

    private WaitRequest() {}
}
