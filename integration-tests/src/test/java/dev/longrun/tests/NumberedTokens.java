// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.auth.TokenSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out one token until it is refused, then the next. */
final class NumberedTokens implements TokenSource {
    private final String token;
    final AtomicInteger refused = new AtomicInteger();

    NumberedTokens(String token) {
        this.token = token;
    }

    @Override
    public Map<String, String> headers(Duration timeout) {
        return Map.of("Authorization", "Bearer " + token + refused.get());
    }

    @Override
    public void invalidate(Map<String, String> headers) {
        refused.incrementAndGet();
    }
}
