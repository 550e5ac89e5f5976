// SPDX-License-Identifier: Apache-2.0
/**
 * Authentication: the headers that authorise a request.
 *
 * <pre>{@code
 * TokenSource tokens = new TokenSource() {
 *     @Override
 *     public Map<String, String> headers(Duration timeout) throws IOException {
 *         return Map.of("Authorization", "Bearer " + Files.readString(Path.of("token")).strip());
 *     }
 *
 *     @Override
 *     public void invalidate(Map<String, String> refused) {} // the file is read for each request
 * };
 * OperationsClient client = OperationsClient.builder().credentials(tokens).build();
 * }</pre>
 *
 * <p>Read {@link dev.longrun.auth.TokenSource}, which an application can implement. This package knows neither services
 * nor operations, nor which hosts may get credentials.
 */
@NullMarked
package dev.longrun.auth;

import org.jspecify.annotations.NullMarked;
