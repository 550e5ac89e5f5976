// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.time.Duration;
import java.util.Map;

/** Sends no credentials. */
enum AnonymousTokenSource implements TokenSource {
    INSTANCE;

    @Override
    public Map<String, String> headers(Duration timeout) {
        return Map.of();
    }

    @Override
    public void invalidate(Map<String, String> refused) {}

    @Override
    public boolean isNone() {
        return true;
    }

    @Override
    public String toString() {
        return "no credentials";
    }
}
