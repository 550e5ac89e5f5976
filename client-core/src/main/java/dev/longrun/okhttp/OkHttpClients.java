// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Builds an OkHttpClient without redirects, retries, cookies, cache, authenticators and default timeouts. */
final class OkHttpClients {
    private OkHttpClients() {}

    static OkHttpClient of(OkHttpClient.Builder client, InFlightCalls calls, AbandonableDns dns) {
        // Outermost, so that the application's network interceptors see the headers as they were sent.
        client.networkInterceptors().add(0, RetryAfterHidingInterceptor::raise);
        // Innermost, so that the application's interceptors see Retry-After again, and so late that the call is
        // registered. One interceptor for both, as each one costs an object per call.
        client.interceptors().add(chain -> {
            calls.checkOpen();
            return RetryAfterHidingInterceptor.lower(chain);
        });
        OkHttpClient strict = client.dns(dns)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                // Each request has its own timeout; OkHttp's default of ten seconds would end a server-side wait.
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // Of its own, to cancel only the calls of this client. It starts threads for enqueue only, which is not
                // used.
                .dispatcher(new Dispatcher())
                .build();
        return strict.newBuilder()
                .eventListenerFactory(CallStepListener.after(strict.eventListenerFactory(), calls))
                .build();
    }
}
