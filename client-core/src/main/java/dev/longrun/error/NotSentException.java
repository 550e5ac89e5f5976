// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent. Being replaced by {@link ConfigurationException}, {@link UnreachableException} and
 * {@link IllegalArgumentException}.
 */
public final class NotSentException extends LongrunException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    public NotSentException(String message) {
        super(message, null);
        this.retryable = false;
    }

    public NotSentException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public NotSentException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return false;
    }

    @Override
    public boolean isRetryable() {
        return retryable;
    }
}
