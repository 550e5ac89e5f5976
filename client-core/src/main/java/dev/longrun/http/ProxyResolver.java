// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.util.Optional;

/**
 * Decides which requests go through which proxy. It decides for requests to the API and for those to token servers, and
 * for servers on this machine too. Implementations are thread-safe and do no I/O.
 *
 * <pre>{@code
 * HttpProxy proxy = HttpProxy.of("proxy.example", 3128);
 * OperationsClient.builder().proxy(origin -> origin.isLoopback() ? Optional.empty() : Optional.of(proxy));
 * }</pre>
 */
@FunctionalInterface
public interface ProxyResolver {

    /** The proxy of requests to this server; empty if they go there directly. */
    Optional<HttpProxy> resolve(Origin server);
}
