// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;
import okhttp3.Interceptor.Chain;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hides {@code Retry-After} from OkHttp, which otherwise repeats a GET or DELETE after a 503 with {@code 0}, and throws
 * {@link NumberFormatException} for a value of ten digits. One interceptor renames the header before OkHttp's retries,
 * the other restores it after them.
 */
final class RetryAfterHidingInterceptor {
    private static final String NAME = "Retry-After";
    private static final String HIDDEN = "Longrun-Retry-After";

    private RetryAfterHidingInterceptor() {}

    static Response raise(Chain chain) throws IOException {
        return renamed(chain.proceed(chain.request()), NAME, HIDDEN);
    }

    static Response lower(Chain chain) throws IOException {
        return renamed(chain.proceed(chain.request()), HIDDEN, NAME);
    }

    private static Response renamed(Response response, String from, String to) {
        @Nullable String value = response.header(from);
        return value == null
                ? response
                : response.newBuilder()
                        .headers(response.headers()
                                .newBuilder()
                                .removeAll(from)
                                .addUnsafeNonAscii(to, value) // a server may send any bytes
                                .build())
                        .build();
    }
}
