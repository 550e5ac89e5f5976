// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A complete answer of whatever status, its body read to the end and unzipped. */
public final class HttpResponse {
    private final int status;
    private final Supplier<Map<String, String>> headers;
    private final byte[] body;

    /** Takes the body over: do not change it afterwards. */
    public HttpResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, constant(Headers.copyOf(headers)), body);
    }

    /** Most answers are used without a look at a header, so those are put in order only when someone looks. */
    HttpResponse(int status, Supplier<Map<String, String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    private static Supplier<Map<String, String>> constant(Map<String, String> headers) {
        return () -> headers;
    }

    public int status() {
        return status;
    }

    /** Looked up in any case; values of a header that came more than once are joined by {@code ", "}. */
    public Map<String, String> headers() {
        return headers.get();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name));
    }

    /** The bytes themselves, not a copy; empty when there was no body. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@code HTTP 200, 42 bytes}: nothing of what they say. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
