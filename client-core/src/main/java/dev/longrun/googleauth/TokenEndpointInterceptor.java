// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import dev.longrun.auth.CredentialsException;
import dev.longrun.http.Origin;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Guards requests to token and metadata servers. Over plain http to another machine it allows only requests without a
 * body and {@code Authorization}, as metadata servers get them. It bounds the unzipped response and removes its
 * {@code Location}, because google-http-client would send the credential on to that URL.
 */
final class TokenEndpointInterceptor implements Interceptor {
    private static final long LIMIT = 1L << 20;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (isSecret(request) && !request.isHttps() && !isLoopback(request.url())) {
            throw new CredentialsException(
                    "refused to send a credential over plain http to the token server "
                            + request.url().host() + "; correct its URL in the credentials to https",
                    false);
        }
        // Without this header OkHttp asks for gzip itself and unzips, so that the unzipped size can be bounded.
        try (Response answer = chain.proceed(
                request.newBuilder().removeHeader("Accept-Encoding").build())) {
            return read(answer);
        }
    }

    private static Response read(Response answer) throws IOException {
        BufferedSource body = answer.body().source();
        if (body.request(LIMIT + 1)) {
            throw new CredentialsException(
                    "the token server's response is longer than " + LIMIT
                            + " bytes, which no token is; check the URLs in the credentials",
                    false);
        }
        return answer.newBuilder()
                .removeHeader("Location")
                .body(ResponseBody.create(body.readByteArray(), answer.body().contentType()))
                .build();
    }

    private static boolean isSecret(Request request) throws IOException {
        @Nullable RequestBody body = request.body();
        return request.header("Authorization") != null || (body != null && body.contentLength() != 0);
    }

    private static boolean isLoopback(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port()).isLoopback();
    }
}
