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
 * new HttpRequest(HttpMethod.POST, Origin.https("file.googleapis.com"), "/v1/projects/p/locations/l/operations/o:cancel", "",
 *         Map.of("User-Agent", "longrun/1"), "", Duration.ofSeconds(30))
 * }</pre>
 *
 * @param path percent-encoded, starts with {@code /}
 * @param query percent-encoded, without {@code ?}; empty for none
 * @param headers names in any case; values in printable ASCII
 * @param body JSON, or empty. An empty POST or PATCH goes out with {@code Content-Length: 0} and without a content
 *     type; GET and DELETE have none
 * @param timeout from the first byte of connecting to the last byte of the response; more than zero
 */
public record HttpRequest(
        HttpMethod method,
        Origin origin,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        Duration timeout) {

    public HttpRequest {
        headers = Headers.sendable(headers);
        check(path.startsWith("/"), "the path must start with '/'", path);
        check(!path.startsWith("//"), "the path must not start with '//', which would name another host", path);
        check(isEncoded(path, "?#\\"), "the path must be percent-encoded", path);
        check(isEncoded(query, "#"), "the query must be percent-encoded", query);
        check(timeout.compareTo(Duration.ZERO) > 0, "the timeout must be more than zero", timeout);
        if (!body.isEmpty() && !method.hasBody()) {
            throw refused(method + " has no body", body.length() + " characters");
        }
    }

    /** A copy with this header added or replaced; names are compared in any case. */
    public HttpRequest withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpRequest(method, origin, path, query, more, body, timeout);
    }

    public String url() {
        return origin + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Method and URL. Safe to log, as it has neither headers nor body. */
    @Override
    public String toString() {
        return method + " " + url();
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
