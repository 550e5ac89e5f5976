// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import dev.longrun.auth.TokenSource;
import dev.longrun.okhttp.OkHttpTransport;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tokens of Google credentials of all kinds: user, service account, impersonated, federated, virtual machine.
 *
 * <p>google-auth caches each token and fetches the next one shortly before it expires. A fetch runs on a daemon thread,
 * so that a caller stops waiting at its timeout even if the token server never responds.
 */
public final class GoogleTokens {
    /** The scope that all of Google Cloud accepts. */
    public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

    private static final int LIFETIME_SECONDS = 3_600;

    private GoogleTokens() {}

    /**
     * <a href="https://cloud.google.com/docs/authentication/application-default-credentials">Application Default
     * Credentials</a>: the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names, then that of {@code gcloud auth
     * application-default login}, then the metadata server. They are looked up when the first token is needed; a lookup
     * that fails is repeated for the next token.
     *
     * @param transport sends the token requests: its proxy, TLS and connections are used
     * @param scopes of the tokens; empty means {@link #CLOUD_PLATFORM}. A user's own credentials have theirs already
     * @param environment such as {@code System.getenv()}
     */
    public static TokenSource applicationDefault(
            OkHttpTransport transport, Collection<String> scopes, Map<String, String> environment) {
        List<String> wanted = orCloudPlatform(scopes);
        return new GoogleCredentialsTokenSource("Application Default Credentials", () -> {
            OkHttpGoogleTransport http = OkHttpGoogleTransport.forTokens(transport);
            return ApplicationDefaultCredentialsLoader.ofThisMachine(environment)
                    .load(() -> http, wanted);
        });
    }

    /**
     * Tokens of a service account, as which the Application Default Credentials act.
     *
     * @param chain the account is the last; each one before it has the role of a token creator of the next
     */
    public static TokenSource impersonated(
            OkHttpTransport transport, Collection<String> scopes, Map<String, String> environment, List<String> chain) {
        List<String> wanted = orCloudPlatform(scopes);
        String account = chain.get(chain.size() - 1);
        return new GoogleCredentialsTokenSource("impersonation of " + account, () -> {
            OkHttpGoogleTransport http = OkHttpGoogleTransport.forTokens(transport);
            GoogleCredentials own = ApplicationDefaultCredentialsLoader.ofThisMachine(environment)
                    .load(() -> http, List.of(CLOUD_PLATFORM));
            return ImpersonatedCredentials.newBuilder()
                    .setSourceCredentials(own)
                    .setTargetPrincipal(account)
                    .setDelegates(chain.subList(0, chain.size() - 1))
                    .setScopes(wanted)
                    .setLifetime(LIFETIME_SECONDS)
                    .setHttpTransportFactory(() -> http)
                    .build();
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
