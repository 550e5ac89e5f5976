// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy: requests over https go through a tunnel of it ({@code CONNECT}), those over plain http are handed to
 * it.
 *
 * @param host a name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param authorization the {@code Proxy-Authorization} header, if the proxy wants one; only the proxy receives it
 */
public record HttpProxy(String host, int port, Optional<String> authorization) {

    /** @throws IllegalArgumentException if the host or the port is none */
    public HttpProxy {
        host = new Origin("http", host, port).host();
        if (authorization.filter(value -> !value.matches("[ -~]+")).isPresent()) {
            throw new IllegalArgumentException(
                    "the authorization of a proxy must be printable ASCII (it is not shown: it may be secret)");
        }
    }

    /** A proxy that wants no authorization. */
    public static HttpProxy of(String host, int port) {
        return new HttpProxy(host, port, Optional.empty());
    }

    /** The same proxy, with Basic authorization (RFC 7617) in UTF-8. */
    public HttpProxy withBasicAuthorization(String user, String password) {
        String credentials = Base64.getEncoder().encodeToString((user + ':' + password).getBytes(UTF_8));
        return new HttpProxy(host, port, Optional.of("Basic " + credentials));
    }

    /** {@code proxy.example:3128}, without the authorization. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
