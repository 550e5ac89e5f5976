// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.TokenSource;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;

/**
 * Decides which requests carry credentials: over https all of them; over plain http only those to this machine, if the
 * application allows it. Plain http to another machine never carries any, and is refused unless the application allows
 * it.
 *
 * @param tokens the credentials
 * @param overLoopback whether plain http on loopback may carry them
 * @param plaintext whether requests without credentials may go over plain http to other machines
 */
public record CredentialPolicy(TokenSource tokens, boolean overLoopback, boolean plaintext) {

    /**
     * The tokens that a request to {@code origin} may carry.
     *
     * @throws ConfigurationException if the origin is plain http on another machine, and that is not allowed
     */
    TokenSource tokensFor(Origin origin) {
        if (origin.isSecure()) {
            return tokens;
        }
        if (!origin.isLoopback() && plaintext) {
            return TokenSource.none();
        }
        if (!origin.isLoopback()) {
            throw new ConfigurationException("the endpoint " + origin + " is plain http and not on this machine;"
                    + " requests and credentials would travel unprotected. Use https://" + origin.host()
                    + ", or allow plain http without credentials (plaintext(true), or --plaintext)");
        }
        return overLoopback ? tokens : TokenSource.none();
    }

    /** Without the source, whose text is that of the application. */
    @Override
    public String toString() {
        return "CredentialPolicy[overLoopback=" + overLoopback + ", plaintext=" + plaintext + "]";
    }
}
