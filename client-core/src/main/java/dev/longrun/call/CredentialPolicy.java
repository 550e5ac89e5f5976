// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.TokenSource;
import dev.longrun.error.NotSentException;
import dev.longrun.http.Origin;

/**
 * Decides where credentials may travel: over https to whatever host the resolver or the user named; over plain http
 * only within this machine, and even there only when asked.
 *
 * @param tokens the credentials
 * @param overLoopback whether plain http on loopback may carry them
 */
public record CredentialPolicy(TokenSource tokens, boolean overLoopback) {

    /** The tokens that a request to {@code origin} may carry; refuses origins that nothing may be sent to. */
    TokenSource tokensFor(Origin origin) {
        if (origin.isSecure()) {
            return tokens;
        }
        if (!origin.isLoopback()) {
            throw new NotSentException("the endpoint " + origin + " is plain http and not on this machine;"
                    + " requests and credentials would travel unprotected. Use https://" + origin.host());
        }
        return overLoopback ? tokens : TokenSource.none();
    }
}
