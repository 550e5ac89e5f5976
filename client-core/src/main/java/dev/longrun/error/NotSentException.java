// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * Nothing was sent: a name or setting is wrong, or there are no credentials. The server's state is untouched, and the
 * same call fails the same way until its cause is put right.
 */
public final class NotSentException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public NotSentException(String message) {
        super(message, null);
    }

    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
