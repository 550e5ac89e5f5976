// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.io.IOException;

/**
 * There are no credentials, or no token could be fetched with them. Nothing was sent to the API. The message contains
 * no token and no key.
 */
public final class CredentialsException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    public CredentialsException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** @param cause must not contain a secret, as it is printed with the stack trace */
    public CredentialsException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether a later attempt may succeed: the token server was slow, throttled or could not be reached. */
    public boolean retryable() {
        return retryable;
    }
}
