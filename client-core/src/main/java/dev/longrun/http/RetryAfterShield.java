// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hides {@code Retry-After} from OkHttp, which repeats a GET or DELETE by itself on a 503 with {@code 0}, and throws an unchecked
 * {@link NumberFormatException} on one of ten digits. {@link #lift} brings it back under its name.
 */
final class RetryAfterShield implements Interceptor {
    private static final String NAME = "Retry-After";
    private static final String HIDDEN = "Longrun-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        @Nullable String value = response.header(NAME);
        return value == null
                ? response
                : response.newBuilder().removeHeader(NAME).header(HIDDEN, value).build();
    }

    static void lift(Map<String, String> headers) {
        @Nullable String value = headers.remove(HIDDEN);
        if (value != null) {
            headers.put(NAME, value);
        }
    }
}
