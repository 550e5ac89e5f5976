// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import dev.longrun.http.OkHttpTransport;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * OkHttp as the transport of google-http-client, for credentials and generated clients that are to share the
 * connections, proxy and TLS of an {@link OkHttpClient} with this library.
 *
 * <pre>{@code
 * OkHttpClient http = new OkHttpClient();
 * HttpTransport shared = OkHttpGoogleTransport.over(http);
 * var credentials = ServiceAccountCredentials.newBuilder(). … .setHttpTransportFactory(() -> shared).build();
 * var client = OperationsClient.builder().http(http).credentials(credentials).build();
 * }</pre>
 *
 * <p>Redirects, retries of an answer and unzipping are google-http-client's. Timeouts are those of each of its
 * requests, 20 seconds to connect and for each read unless said otherwise. OkHttp repeats a request of its own accord
 * only if it has no body, and a kept connection turned out to be dead or the server said 408. {@link #shutdown} does
 * nothing: the client is the caller's. Thread-safe.
 */
public final class OkHttpGoogleTransport extends HttpTransport {
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(40);

    private final OkHttpClient client;

    private OkHttpGoogleTransport(OkHttpClient client) {
        this.client = client;
    }

    /**
     * The given client is neither changed nor closed; its interceptors run, its redirects, cookies and cache do not.
     */
    public static OkHttpGoogleTransport over(OkHttpClient client) {
        OkHttpClient tamed = OkHttpTransport.over(client).client();
        return new OkHttpGoogleTransport(
                tamed.newBuilder().retryOnConnectionFailure(true).build());
    }

    /** For servers that are sent secrets, and whose answers are small and soon there. */
    static OkHttpGoogleTransport forTokens(OkHttpTransport transport) {
        return new OkHttpGoogleTransport(transport
                .client()
                .newBuilder()
                .callTimeout(TOKEN_TIMEOUT)
                .addInterceptor(new TokenEndpointInterceptor())
                .build());
    }

    /** What sends, for others that shall share its connections. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    /** @throws IllegalArgumentException if it is no http or https URL */
    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new OkHttpGoogleRequest(client, method, HttpUrl.get(url));
    }
}
