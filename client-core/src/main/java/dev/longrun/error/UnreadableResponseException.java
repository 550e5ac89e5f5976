// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * The server reported success, but its response cannot be read: HTML from a proxy, truncated or malformed JSON, a
 * redirect, or a body that is too large. The request has most likely taken effect.
 */
public final class UnreadableResponseException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public UnreadableResponseException(String message) {
        super(message, null);
    }

    public UnreadableResponseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return true;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
