// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import dev.longrun.okhttp.OkHttpTransport;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * OkHttp as the transport of google-http-client, so that credentials and generated clients share the connections, proxy
 * and TLS of an {@link OkHttpClient} with this library.
 *
 * <pre>{@code
 * OkHttpClient http = new OkHttpClient();
 * HttpTransport shared = OkHttpGoogleTransport.over(http);
 * var credentials = ServiceAccountCredentials.newBuilder(). … .setHttpTransportFactory(() -> shared).build();
 * var client = OperationsClient.builder().http(http).credentials(credentials).build();
 * }</pre>
 *
 * <p>google-http-client follows redirects, retries and unzips. The timeouts are those of each of its requests, by
 * default 20 seconds to connect and 20 for each read. OkHttp repeats a request only if it has no body, and a pooled
 * connection was dead or the response was 408. {@link #shutdown} does nothing, as the application owns the client.
 * Thread-safe.
 */
public final class OkHttpGoogleTransport extends HttpTransport {
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(40);

    private final OkHttpClient client;

    private OkHttpGoogleTransport(OkHttpClient client) {
        this.client = client;
    }

    /**
     * The given client is neither changed nor closed. Its interceptors are used; its redirects, cookies and cache are
     * not.
     */
    public static OkHttpGoogleTransport over(OkHttpClient client) {
        OkHttpClient hardened = OkHttpTransport.over(client).client();
        return new OkHttpGoogleTransport(
                hardened.newBuilder().retryOnConnectionFailure(true).build());
    }

    /** For token servers: it guards secrets, bounds responses and has a short timeout. */
    static OkHttpGoogleTransport forTokens(OkHttpTransport transport) {
        return new OkHttpGoogleTransport(transport
                .client()
                .newBuilder()
                .callTimeout(TOKEN_TIMEOUT)
                .addInterceptor(new TokenEndpointInterceptor())
                .build());
    }

    /** The client that sends, to share its connections. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    /** @throws IllegalArgumentException if {@code url} is not an http or https URL */
    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new OkHttpGoogleRequest(client, method, HttpUrl.get(url));
    }
}
