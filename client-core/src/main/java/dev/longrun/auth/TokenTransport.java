// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import okhttp3.OkHttpClient;

/** Lets google-auth fetch tokens over our client: the same proxy, TLS and connections, and timeouts that hold. */
final class TokenTransport extends HttpTransport {
    private final OkHttpClient client;

    TokenTransport(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new TokenRequest(client, method, url);
    }
}
