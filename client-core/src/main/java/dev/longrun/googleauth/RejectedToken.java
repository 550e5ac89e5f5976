// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import com.google.auth.Credentials;
import com.google.auth.oauth2.OAuth2Credentials;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Headers that the server rejected with 401, and their one refresh, which all requests with these headers share. */
final class RejectedToken {
    static final RejectedToken NONE = new RejectedToken(Map.of());

    private static final String TOKEN = "Authorization";

    private final Map<String, String> headers;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    RejectedToken(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Compares the token only, as other headers may have been added. */
    boolean covers(Map<String, String> others) {
        String token = headers.get(TOKEN);
        return token != null && token.equals(others.get(TOKEN));
    }

    RejectedToken again() {
        return new RejectedToken(headers);
    }

    boolean failed() {
        return done.isCompletedExceptionally();
    }

    /** Completes with true if the credentials could be refreshed; a fixed or self-signed token cannot. */
    CompletableFuture<Boolean> refreshOnce(Credentials credentials) {
        if (begun.compareAndSet(false, true)) {
            TokenFetchExecutor.run(() -> refresh(credentials), done);
        }
        return done;
    }

    private static boolean refresh(Credentials credentials) throws Exception {
        if (credentials instanceof OAuth2Credentials oauth && oauth.getAccessToken() == null) {
            return false;
        }
        try {
            credentials.refresh();
            return true;
        } catch (IllegalStateException | UnsupportedOperationException cannotRefresh) {
            return false;
        }
    }
}
