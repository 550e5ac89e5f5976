// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.TokenSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hands out token 1 until that is refused, then token 2, and so on. */
final class NumberedTokens implements TokenSource {
    final List<Map<String, String>> refused = new ArrayList<>();
    final List<Duration> patience = new ArrayList<>();

    static Map<String, String> header(int number) {
        return Map.of("Authorization", "Bearer " + number);
    }

    @Override
    public Map<String, String> headers(Duration timeout) {
        patience.add(timeout);
        return header(refused.size() + 1);
    }

    @Override
    public void invalidate(Map<String, String> headers) {
        refused.add(headers);
    }
}
