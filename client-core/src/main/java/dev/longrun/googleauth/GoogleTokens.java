// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import java.util.Collection;
import java.util.List;

/**
 * Tokens of Google credentials of all kinds: user, service account, impersonated, federated, virtual machine.
 *
 * <p>google-auth caches each token and fetches the next one shortly before it expires. A fetch runs on a daemon thread,
 * so that a caller stops waiting at its timeout even if the token server never responds.
 */
public final class GoogleTokens {
    /** The scope that all of Google Cloud accepts. */
    public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

    private GoogleTokens() {}

    /**
     * <a href="https://cloud.google.com/docs/authentication/application-default-credentials">Application Default
     * Credentials</a>: the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names, then that of {@code gcloud auth
     * application-default login}, then the metadata server. They are looked up when the first token is needed; a lookup
     * that fails is repeated for the next token.
     *
     * @param transport sends the token requests: its proxy, TLS and connections are used
     * @param scopes of the tokens; empty means {@link #CLOUD_PLATFORM}. A user's own credentials have theirs already
     */
    public static TokenSource applicationDefault(OkHttpTransport transport, Collection<String> scopes) {
        List<String> wanted = orCloudPlatform(scopes);
        return new GoogleCredentialsTokenSource("Application Default Credentials", () -> {
            OkHttpGoogleTransport http = OkHttpGoogleTransport.forTokens(transport);
            return ApplicationDefaultCredentialsLoader.ofThisMachine().load(() -> http, wanted);
        });
    }

    /**
     * Credentials of the application. They fetch tokens over their own transport, which may be a
     * {@link OkHttpGoogleTransport}.
     *
     * @param scopes of the tokens, for credentials that still need some; empty means {@link #CLOUD_PLATFORM}
     */
    public static TokenSource of(Credentials credentials, Collection<String> scopes) {
        Credentials ready = credentials instanceof GoogleCredentials google && google.createScopedRequired()
                ? google.createScoped(orCloudPlatform(scopes))
                : credentials;
        return new GoogleCredentialsTokenSource(credentials.getClass().getSimpleName(), () -> ready);
    }

    private static List<String> orCloudPlatform(Collection<String> scopes) {
        return scopes.isEmpty() ? List.of(CLOUD_PLATFORM) : List.copyOf(scopes);
    }
}
