// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import dev.longrun.text.SafeText;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP request, encoded as it is sent. Immutable. A part that cannot be sent unchanged is refused with an
 * {@link IllegalArgumentException}, which never shows the value of a header.
 *
 * <pre>{@code
 * String path = "/v1/projects/p/locations/l/operations/o:cancel";
 * HttpRequest.of(HttpMethod.POST, Origin.https("file.googleapis.com"), path, Duration.ofSeconds(30))
 *         .withHeader("User-Agent", "longrun/1")
 * }</pre>
 */
public final class HttpRequest {
    private final HttpMethod method;
    private final Origin origin;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final String body;
    private final Duration timeout;

    private HttpRequest(
            HttpMethod method,
            Origin origin,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Duration timeout) {
        this.method = method;
        this.origin = origin;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.timeout = timeout;
    }

    /**
     * A request without query, headers and body.
     *
     * @param path percent-encoded, starts with {@code /}
     * @param timeout from the first byte of connecting to the last byte of the response; more than zero
     */
    public static HttpRequest of(HttpMethod method, Origin origin, String path, Duration timeout) {
        check(path.startsWith("/"), "the path must start with '/'", path);
        check(!path.startsWith("//"), "the path must not start with '//', which would name another host", path);
        check(isEncoded(path, "?#\\"), "the path must be percent-encoded", path);
        checkTimeout(timeout);
        return new HttpRequest(method, origin, path, "", Map.of(), "", timeout);
    }

    /** The same with this query: percent-encoded, without {@code ?}; empty for none. */
    public HttpRequest withQuery(String value) {
        if (value.equals(query)) {
            return this;
        }
        check(isEncoded(value, "#"), "the query must be percent-encoded", value);
        return new HttpRequest(method, origin, path, value, headers, body, timeout);
    }

    /** The same with these headers and no others: names in any case, values in printable ASCII. */
    public HttpRequest withHeaders(Map<String, String> value) {
        return new HttpRequest(method, origin, path, query, Headers.sendable(value), body, timeout);
    }

    /** The same with this header added or replaced; names are compared in any case. */
    public HttpRequest withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return withHeaders(more);
    }

    /**
     * The same with this body: JSON, or empty. An empty POST or PATCH goes out with {@code Content-Length: 0} and
     * without a content type; GET and DELETE have none.
     */
    public HttpRequest withBody(String value) {
        if (value.equals(body)) {
            return this;
        }
        if (!value.isEmpty() && !method.hasBody()) {
            throw refused(method + " has no body", value.length() + " characters");
        }
        return new HttpRequest(method, origin, path, query, headers, value, timeout);
    }

    /** The same with this time limit, which is more than zero. */
    public HttpRequest withTimeout(Duration value) {
        checkTimeout(value);
        return new HttpRequest(method, origin, path, query, headers, body, value);
    }

    public HttpMethod method() {
        return method;
    }

    public Origin origin() {
        return origin;
    }

    /** Percent-encoded, starts with {@code /}. */
    public String path() {
        return path;
    }

    /** Percent-encoded, without {@code ?}; empty for none. */
    public String query() {
        return query;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** JSON, or empty. */
    public String body() {
        return body;
    }

    /** The time from the first byte of connecting to the last byte of the response. */
    public Duration timeout() {
        return timeout;
    }

    public String url() {
        return origin + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Method and URL. Safe to log, as it has neither headers nor body. */
    @Override
    public String toString() {
        return method + " " + url();
    }

    private static void checkTimeout(Duration timeout) {
        check(timeout.compareTo(Duration.ZERO) > 0, "the timeout must be more than zero", timeout);
    }

    private static boolean isEncoded(String part, String forbidden) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean plain = c > ' ' && c <= '~' && forbidden.indexOf(c) < 0;
            if (!plain || (c == '%' && !(isHex(part, i + 1) && isHex(part, i + 2)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String part, int at) {
        return at < part.length() && Character.digit(part.charAt(at), 16) >= 0;
    }

    private static void check(boolean holds, String rule, Object got) {
        if (!holds) {
            throw refused(rule, got.toString());
        }
    }

    private static IllegalArgumentException refused(String rule, String got) {
        return new IllegalArgumentException("HTTP request: " + rule + "; got \"" + SafeText.ascii(got) + "\"");
    }
}
