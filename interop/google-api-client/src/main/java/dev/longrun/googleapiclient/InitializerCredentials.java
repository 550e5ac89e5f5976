// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.auth.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a request initializer: those of google-oauth-client, or code of the application. The initializer gets
 * a request that is never sent; the headers that it sets are the credentials.
 */
final class InitializerCredentials extends Credentials {
    private static final long serialVersionUID = 1L;

    private final transient HttpRequestInitializer initializer;
    private final String url;

    InitializerCredentials(HttpRequestInitializer initializer, String url) {
        this.initializer = initializer;
        this.url = url;
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) throws IOException {
        return captureHeaders(200);
    }

    /** Simulates a 401, for which the initializer has a handler if its token can be refreshed. */
    @Override
    public void refresh() throws IOException {
        captureHeaders(401);
    }

    @Override
    public String getAuthenticationType() {
        return "OAuth2";
    }

    @Override
    public boolean hasRequestMetadata() {
        return true;
    }

    @Override
    public boolean hasRequestMetadataOnly() {
        return true;
    }

    private Map<String, List<String>> captureHeaders(int firstStatus) throws IOException {
        HeaderCapturingTransport transport = new HeaderCapturingTransport(firstStatus);
        transport
                .createRequestFactory(initializer)
                .buildGetRequest(new GenericUrl(url))
                .setThrowExceptionOnExecuteError(false)
                .execute()
                .ignore();
        return transport.credentials();
    }
}
