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
 * Credentials that only a request initializer knows: google-oauth-client's, or code of the application. It is given a
 * request that goes nowhere; what it put into the headers is what it would have sent.
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

    /** Tells it that its token was refused: it has a handler for that, if its token can be refreshed at all. */
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

    private Map<String, List<String>> captureHeaders(int firstAnswer) throws IOException {
        HeaderCapturingTransport rehearsal = new HeaderCapturingTransport(firstAnswer);
        rehearsal
                .createRequestFactory(initializer)
                .buildGetRequest(new GenericUrl(url))
                .setThrowExceptionOnExecuteError(false)
                .execute()
                .ignore();
        return rehearsal.credentials();
    }
}
