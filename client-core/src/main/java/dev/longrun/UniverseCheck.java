// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.auth.TokenSource;
import dev.longrun.endpoint.Endpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Gives a token only if its universe is that of the client and of the environment. Compares them once. */
final class UniverseCheck implements TokenSource {
    private final TokenSource tokens;
    private final Endpoints endpoints;
    private volatile boolean agreed;

    UniverseCheck(TokenSource tokens, Endpoints endpoints) {
        this.tokens = tokens;
        this.endpoints = endpoints;
    }

    @Override
    public Map<String, String> headers(Duration timeout) throws IOException {
        if (!agreed) {
            endpoints.requireUniverse(tokens.universeDomain(timeout));
            agreed = true;
        }
        return tokens.headers(timeout);
    }

    @Override
    public void invalidate(Map<String, String> refused) {
        tokens.invalidate(refused);
    }

    @Override
    public boolean isNone() {
        return tokens.isNone();
    }

    @Override
    public Optional<String> quotaProject(Duration timeout) throws IOException {
        return tokens.quotaProject(timeout);
    }

    @Override
    public String universeDomain(Duration timeout) throws IOException {
        return tokens.universeDomain(timeout);
    }

    /** Without the source, whose text is that of the application. */
    @Override
    public String toString() {
        return "tokens of one universe";
    }
}
