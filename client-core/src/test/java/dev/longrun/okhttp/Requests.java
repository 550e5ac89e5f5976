// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.Origin;
import java.time.Duration;

/** The two requests that most tests send. */
final class Requests {
    static final Duration AMPLE = Duration.ofSeconds(20);

    private Requests() {}

    static HttpRequest get(Origin origin) {
        return get(origin, AMPLE);
    }

    static HttpRequest get(Origin origin, Duration timeout) {
        return HttpRequest.of(HttpMethod.GET, origin, "/v1/o", timeout);
    }

    static HttpRequest cancel(Origin origin) {
        return cancel(origin, AMPLE);
    }

    static HttpRequest cancel(Origin origin, Duration timeout) {
        return HttpRequest.of(HttpMethod.POST, origin, "/v1/o:cancel", timeout);
    }
}
