// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import com.google.auth.Credentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.googleauth.GoogleTokens;
import dev.longrun.okhttp.OkHttpTransport;
import java.util.List;
import java.util.Map;

/** Creates the TokenSource of a client once its transport exists. */
@FunctionalInterface
interface TokenSourceFactory {
    /** @param environment variables that name credentials */
    TokenSource over(OkHttpTransport transport, List<String> scopes, Map<String, String> environment);

    static TokenSourceFactory applicationDefault() {
        // A reference to the method would load google-auth at once, also for clients without credentials.
        return (transport, scopes, environment) -> GoogleTokens.applicationDefault(transport, scopes, environment);
    }

    static TokenSourceFactory impersonated(List<String> chain) {
        return (transport, scopes, environment) -> GoogleTokens.impersonated(transport, scopes, environment, chain);
    }

    static TokenSourceFactory of(Credentials credentials) {
        return (transport, scopes, environment) -> GoogleTokens.of(credentials, scopes);
    }

    static TokenSourceFactory of(TokenSource source) {
        return (transport, scopes, environment) -> source;
    }
}
