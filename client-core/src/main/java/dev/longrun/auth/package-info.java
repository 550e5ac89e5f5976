// SPDX-License-Identifier: Apache-2.0
/**
 * Who is asking: the headers that authorise a request, and nothing about where they may be sent.
 *
 * <p>Read {@link dev.longrun.auth.TokenSource}, then {@link dev.longrun.auth.GoogleTokens}. Credentials are
 * google-auth's, whose classes load on first use; what is added here is that fetching a token ends in time, fails as an
 * {@link java.io.IOException} that says what to do next, and never prints a secret.
 * {@link dev.longrun.auth.OkHttpGoogleTransport} is what tokens are fetched over, and may be given to whatever else of
 * Google's builds on google-http-client. This package knows neither services nor operations.
 */
@NullMarked
package dev.longrun.auth;

import org.jspecify.annotations.NullMarked;
