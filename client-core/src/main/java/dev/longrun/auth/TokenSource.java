// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Authorises requests. Every method may be called from many threads; those that find no valid token wait for one and
 * the same fetch.
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
     * {@code Authorization}, and {@code x-goog-user-project} when the credentials carry a quota project.
     *
     * @param timeout how long to wait for a token that must be fetched
     * @throws CredentialsException when there are no credentials or no token could be fetched; the message holds no
     *     secret
     * @throws java.io.InterruptedIOException when the thread was interrupted; the thread's flag stays set
     */
    Map<String, String> headers(Duration timeout) throws IOException;

    /**
     * The server said 401 to these headers: the next call of {@link #headers} fetches new ones, unless that was already
     * done. So many requests that were refused together cost one fetch. Does not block.
     *
     * @param refused what {@link #headers} returned
     */
    void invalidate(Map<String, String> refused);

    /** Whether requests go out without credentials on purpose. */
    default boolean isNone() {
        return false;
    }

    /**
     * The project that is billed and whose quota counts, when the credentials name one.
     *
     * @param timeout as of {@link #headers}: the credentials may have to be found first
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

    /** Sends nothing: for a fake server. */
    static TokenSource none() {
        return AnonymousTokenSource.INSTANCE;
    }
}
