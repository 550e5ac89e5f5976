// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** A client that does what it is told once, and nothing by itself. */
final class OkHttpClients {
    private OkHttpClients() {}

    static OkHttpClient of(OkHttpClient.Builder client, InFlightCalls calls) {
        // First, and so outermost: a caller's own network interceptors still see the headers as they were sent.
        client.networkInterceptors().add(0, RetryAfterHidingInterceptor::raise);
        // Last, and so next to OkHttp's own: a caller's interceptors see the answer without the shield.
        // And that late, a call is in OkHttp's register. One for both, as each costs every call an object.
        client.interceptors().add(chain -> {
            calls.checkOpen();
            return RetryAfterHidingInterceptor.lower(chain);
        });
        return client.followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                // Each request has its own; OkHttp's ten seconds would end a server-side wait.
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // Only a register of calls, to cancel ours and nobody else's: its threads start with enqueue alone.
                .dispatcher(new Dispatcher())
                .build();
    }
}
