// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import mockwebserver3.RecordedRequest;

/** A request of the socket, as text. */
record ReceivedRequest(String method, String path, String query, Map<String, String> headers, String body) {

    static ReceivedRequest of(RecordedRequest request) throws IOException {
        String target = request.getTarget();
        int question = target.indexOf('?');
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        return new ReceivedRequest(
                request.getMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                Collections.unmodifiableMap(headers),
                body(request));
    }

    /** Google's discovery clients gzip every body. */
    private static String body(RecordedRequest request) throws IOException {
        if (request.getBody() == null) {
            return "";
        }
        byte[] bytes = request.getBody().toByteArray();
        if (!"gzip".equalsIgnoreCase(request.getHeaders().get("Content-Encoding"))) {
            return new String(bytes, UTF_8);
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(unzipped.readAllBytes(), UTF_8);
        }
    }
}
