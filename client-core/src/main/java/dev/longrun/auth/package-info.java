// SPDX-License-Identifier: Apache-2.0
/**
 * Authentication: the headers that authorise a request.
 *
 * <p>Read {@link dev.longrun.auth.TokenSource}, then {@link dev.longrun.auth.GoogleTokens}. Credentials are those of
 * google-auth, whose classes load on first use. This package adds timeouts, errors that say what to do next, and
 * messages without secrets. {@link dev.longrun.auth.OkHttpGoogleTransport} sends the token requests; other libraries on
 * google-http-client can use it too. This package knows neither services nor operations, nor which hosts may get
 * credentials.
 */
@NullMarked
package dev.longrun.auth;

import org.jspecify.annotations.NullMarked;
