// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens of google-auth, whose classes load on first use, with timeouts, errors that say what to do next, and messages
 * without secrets.
 *
 * <p>Read {@link dev.longrun.googleauth.GoogleTokens}, then {@link dev.longrun.googleauth.OkHttpGoogleTransport}, which
 * sends the token requests; other libraries on google-http-client can use it too. This package is exported only to the
 * bridge to google-api-client.
 */
@NullMarked
package dev.longrun.googleauth;

import org.jspecify.annotations.NullMarked;
