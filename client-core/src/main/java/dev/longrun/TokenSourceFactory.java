// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import com.google.auth.Credentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.googleauth.GoogleTokens;
import dev.longrun.okhttp.OkHttpTransport;
import java.util.List;

/** Creates the TokenSource of a client once its transport exists. */
@FunctionalInterface
interface TokenSourceFactory {
    TokenSource over(OkHttpTransport transport, List<String> scopes);

    static TokenSourceFactory applicationDefault() {
        // A reference to the method would load google-auth at once, also for clients without credentials.
        return (transport, scopes) -> GoogleTokens.applicationDefault(transport, scopes);
    }

    static TokenSourceFactory of(Credentials credentials) {
        return (transport, scopes) -> GoogleTokens.of(credentials, scopes);
    }

    static TokenSourceFactory of(TokenSource source) {
        return (transport, scopes) -> source;
    }
}
