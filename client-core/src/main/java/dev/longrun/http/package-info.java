// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP: one request and its response over the wire, without retries, redirects or interpretation of the body.
 *
 * <pre>{@code
 * HttpProxy proxy = HttpProxy.of("proxy.example", 3128).withBasicAuthorization("user", "password");
 * OperationsClient client = OperationsClient.builder()
 *         .proxy(server -> server.isLoopback() ? Optional.empty() : Optional.of(proxy))
 *         .build();
 * }</pre>
 *
 * <p>Read {@link dev.longrun.http.HttpRequest}, {@link dev.longrun.http.HttpResponse}, then
 * {@link dev.longrun.http.Transport}, which an application can implement. This package knows neither operations nor
 * JSON nor credentials.
 */
@NullMarked
package dev.longrun.http;

import org.jspecify.annotations.NullMarked;
