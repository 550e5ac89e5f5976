// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A response, and what a client that gets it then knows.
 *
 * @param onArrival what is to be recorded when the client has it
 */
record Answer(HttpResponse response, Runnable onArrival) {
    private static final String RETRY_AFTER = "Retry-After";

    static Answer ok(String body, Runnable onArrival) {
        return new Answer(response(200, Map.of(), body), onArrival);
    }

    static Answer error(int code, String status, Map<String, String> headers) {
        String body = "{\"error\":{\"code\":" + code + ",\"message\":\"no\",\"status\":\"" + status + "\"}}";
        return new Answer(response(code, headers, body), () -> {});
    }

    static Answer page(int code) {
        return new Answer(response(code, Map.of(), "<html>no</html>"), () -> {});
    }

    Answer recording(Runnable more) {
        return new Answer(response, more);
    }

    /** The seconds that the service wants the client to wait. */
    long hint() {
        return response.header(RETRY_AFTER).map(Long::valueOf).orElse(0L);
    }

    /**
     * With the hint as a date.
     *
     * @param now by the clock of the service
     */
    Answer dated(Instant now, boolean tellsTime) {
        Map<String, String> headers = new HashMap<>();
        if (tellsTime) {
            headers.put("Date", date(now));
        }
        response.header(RETRY_AFTER).ifPresent(hint -> headers.put(RETRY_AFTER, date(now.plusSeconds(hint()))));
        return new Answer(new HttpResponse(response.status(), headers, response.body()), onArrival);
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Of a service that limits the rate. */
    static Answer throttled(Random random) {
        int hint = random.nextInt(8);
        return error(429, "RESOURCE_EXHAUSTED", hint > 4 ? Map.of() : Map.of(RETRY_AFTER, Integer.toString(hint)));
    }

    /** Of a service, or a front end, that is out of order. */
    static Answer broken(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> error(503, "UNAVAILABLE", Map.of());
            case 1 -> error(503, "UNAVAILABLE", Map.of(RETRY_AFTER, Integer.toString(random.nextInt(30))));
            case 2 -> error(500, "INTERNAL", Map.of());
            case 3 -> page(503);
            default -> page(502);
        };
    }

    /** A 200 that no client can read. */
    static String unreadable(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "<html>sign in</html>";
            case 1 -> "{\"name\":\"";
            case 2 -> "{\"error\":{\"code\":14,\"message\":\"no\"}}";
            case 3 -> "{\"name\":\"projects/p/locations/l9/operations/another\",\"done\":true,\"response\":{}}";
            default -> "[]";
        };
    }

    private static HttpResponse response(int code, Map<String, String> headers, String body) {
        return new HttpResponse(code, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
