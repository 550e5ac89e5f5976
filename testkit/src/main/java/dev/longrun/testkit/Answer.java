// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the server says, and what becomes of it on the way. */
record Answer(int status, Map<String, String> headers, String body, Delivery delivery) {

    private static final String TYPE = "Content-Type";

    static final Answer NO_CONTENT = new Answer(204, Map.of(), "", new Delivery.Whole());

    static Answer json(int status, String body) {
        return of(status, "application/json; charset=UTF-8", body);
    }

    static Answer html(int status, String body) {
        return of(status, "text/html; charset=UTF-8", body);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of(TYPE, contentType), body, new Delivery.Whole());
    }

    Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, delivery);
    }

    Answer withBody(UnaryOperator<String> change) {
        return new Answer(status, headers, change.apply(body), delivery);
    }

    Answer by(Delivery other) {
        return new Answer(status, headers, body, other);
    }
}
