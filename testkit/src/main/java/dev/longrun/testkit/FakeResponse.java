// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A response, and what the network does with it. */
record FakeResponse(int status, Map<String, String> headers, String body, DeliveryFault delivery) {

    private static final String TYPE = "Content-Type";

    static final FakeResponse NO_CONTENT = new FakeResponse(204, Map.of(), "", new DeliveryFault.Whole());

    static FakeResponse json(int status, String body) {
        return of(status, "application/json; charset=UTF-8", body);
    }

    static FakeResponse html(int status, String body) {
        return of(status, "text/html; charset=UTF-8", body);
    }

    static FakeResponse of(int status, String contentType, String body) {
        return new FakeResponse(status, Map.of(TYPE, contentType), body, new DeliveryFault.Whole());
    }

    FakeResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FakeResponse(status, more, body, delivery);
    }

    FakeResponse withBody(UnaryOperator<String> change) {
        return new FakeResponse(status, headers, change.apply(body), delivery);
    }

    FakeResponse by(DeliveryFault other) {
        return new FakeResponse(status, headers, body, other);
    }
}
