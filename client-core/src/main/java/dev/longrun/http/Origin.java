// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import dev.longrun.text.SafeText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a server. Decides whether credentials may be sent there.
 *
 * <pre>{@code
 * Origin.parse("file.googleapis.com")          // https://file.googleapis.com
 * Origin.parse("http://127.0.0.1:8080/")       // http://127.0.0.1:8080
 * Origin.parse("https://h/v1")                 // IllegalArgumentException: an origin has no path
 * }</pre>
 *
 * @param scheme {@code https} or {@code http}
 * @param host a lower-case name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Origin(String scheme, String host, int port) {
    private static final Pattern URL = Pattern.compile(
            "(?:(?<scheme>[a-zA-Z]+)://)?(?<host>\\[[^\\]/]*\\]|[^:/?#\\[\\]]*)(?::(?<port>[0-9]{1,5}))?/?");
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    public Origin {
        host = host.toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(scheme + "://" + host, "the scheme must be https or http");
        }
        if (!NAME.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            throw refused(host, "a host is letters, digits, '.', '-' and '_', or an IP address (IPv6 in brackets)");
        }
        if (port < 1 || port > 65535) {
            throw refused(host + ":" + port, "the port must be 1 to 65535");
        }
    }

    /** https on port 443. */
    public static Origin https(String host) {
        return new Origin("https", host, 443);
    }

    /**
     * Parses a URL that ends after its host and port; a missing scheme is https.
     *
     * @throws IllegalArgumentException if there is a path, a query, user info, or a scheme other than https and http
     */
    public static Origin parse(String url) {
        Matcher parts = URL.matcher(url);
        if (url.contains("@")) {
            throw new IllegalArgumentException(
                    "origin: user info ('…@') does not belong into a URL; give credentials separately");
        }
        if (!parts.matches()) {
            throw refused(url, "expected scheme, host and port only, like https://file.googleapis.com");
        }
        String scheme =
                parts.group("scheme") == null ? "https" : parts.group("scheme").toLowerCase(Locale.ROOT);
        String host = parts.group("host");
        int port = parts.group("port") == null ? defaultPort(scheme) : Integer.parseInt(parts.group("port"));
        return new Origin(scheme, host.matches("\\[.*:.*]") ? host.substring(1, host.length() - 1) : host, port);
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /**
     * Whether requests stay on this machine: {@code localhost}, {@code 127.*.*.*} or {@code ::1}, by spelling, without
     * a lookup.
     */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || (host.startsWith("127.") && isDotted(host));
    }

    /** Whether the host is an IPv4 address; a name such as {@code 127.example} may be anywhere. */
    private static boolean isDotted(String host) {
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /**
     * As in a URL, without the scheme's default port: {@code http://[::1]:8080}, {@code https://file.googleapis.com}.
     */
    @Override
    public String toString() {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + authority + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    /** Written out, as that of a record is put together at run time, in the course of the first call. */
    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that
                && port == that.port
                && host.equals(that.host)
                && scheme.equals(that.scheme);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }

    private static IllegalArgumentException refused(String got, String rule) {
        return new IllegalArgumentException("origin: " + rule + "; got \"" + SafeText.ascii(got) + "\"");
    }
}
