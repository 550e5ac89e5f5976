// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent, so the server's state is untouched: a name or setting is wrong, there are no credentials, or no
 * connection came about.
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

    /**
     * @param retryable whether the same request may well get out in a moment: no connection came about, the token
     *     server was busy, or too many calls stood before it
     */
    public NotSentException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the circumstances are to blame rather than the request, so that a later attempt may get out. */
    public boolean retryable() {
        return retryable;
    }
}
