// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A complete response of any status; its body is read to the end and unzipped. Immutable. */
public final class HttpResponse {
    private final int status;
    private final Supplier<Map<String, String>> headers;
    private final byte[] body;

    /** @param body is not copied and must not be changed */
    public HttpResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, constant(Headers.copyOf(headers)), body);
    }

    /**
     * @param headers evaluated when a header is read, as most responses are used without one; looked up in any case
     * @param body is not copied and must not be changed
     */
    public HttpResponse(int status, Supplier<Map<String, String>> headers, byte[] body) {
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

    /** Looked up in any case; the values of a repeated header are joined by {@code ", "}. */
    public Map<String, String> headers() {
        return headers.get();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name));
    }

    /** Not a copy; empty without a body. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@code HTTP 200, 42 bytes}, without content. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + (body.length == 1 ? " byte" : " bytes");
    }
}
