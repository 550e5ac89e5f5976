// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.io.IOException;

/**
 * There are no credentials, or no token could be had for them; nothing was sent to the API. Holds no token and no key.
 */
public final class CredentialsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    public CredentialsException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** @param cause printed with the stack trace, so it must not hold a secret either */
    public CredentialsException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same may well work in a moment: the token server was slow, throttled or out of reach. */
    public boolean retryable() {
        return retryable;
    }
}
