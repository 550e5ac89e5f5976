// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent, because the service or its token server could not be reached in time: unknown host, no connection,
 * no TLS session, a busy token server, or no permit of the rate limiter and no free thread before the deadline. A later
 * call may get through; an HTTP service maps it to 503.
 */
public final class UnreachableException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message) {
        super(message, null);
    }

    public UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return false;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
