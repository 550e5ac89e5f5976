// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Authorises requests. Thread-safe; callers without a valid token wait for one shared fetch. Methods that take a
 * timeout may block that long.
 *
 * <pre>{@code
 * Map<String, String> headers = tokens.headers(left);
 * if (send(request, headers).status() == 401) {
 *     tokens.invalidate(headers);
 *     send(request, tokens.headers(left));
 * }
 * }</pre>
 */
public interface TokenSource {

    /**
     * {@code Authorization}, and {@code x-goog-user-project} if the credentials have a quota project.
     *
     * @param timeout the time to wait for a token that has to be fetched
     * @throws CredentialsException if there are no credentials or no token could be fetched; the message contains no
     *     secret
     * @throws java.io.InterruptedIOException if the thread was interrupted; it stays interrupted
     */
    Map<String, String> headers(Duration timeout) throws IOException;

    /**
     * Reports that the server rejected these headers with 401. The next call of {@link #headers} fetches new ones,
     * unless that has happened already, so that many rejected requests cost one fetch. Does not block.
     *
     * @param refused a result of {@link #headers}
     */
    void invalidate(Map<String, String> refused);

    /** Whether requests are sent without credentials. */
    default boolean isNone() {
        return false;
    }

    /**
     * The project that is billed and whose quota is used, if the credentials name one.
     *
     * @param timeout as of {@link #headers}: the credentials may have to be looked up
     */
    default Optional<String> quotaProject(Duration timeout) throws IOException {
        return Optional.empty();
    }

    /**
     * The domain that the credentials are valid in: {@code googleapis.com}, unless they are of a sovereign cloud.
     *
     * @param timeout as of {@link #headers}: a virtual machine asks its metadata server
     */
    default String universeDomain(Duration timeout) throws IOException {
        return "googleapis.com";
    }

    /** The same tokens, billed to {@code project} instead of the one that the credentials name. */
    default TokenSource withQuotaProject(String project) {
        return new QuotaProjectTokenSource(this, project);
    }

    /** No credentials, for a fake server. */
    static TokenSource none() {
        return AnonymousTokenSource.INSTANCE;
    }
}
