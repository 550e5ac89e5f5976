// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * A request was sent and no response came, because the connection was lost or the caller was interrupted. The request
 * may have taken effect. Every request that Longrun makes is safe to repeat.
 */
public final class NoResponseException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public NoResponseException(String message) {
        super(message, null);
    }

    public NoResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return true;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
