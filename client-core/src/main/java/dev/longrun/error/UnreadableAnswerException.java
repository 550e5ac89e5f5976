// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

/**
 * The server reported success, but what it sent could not be read: HTML from a proxy, truncated or malformed JSON, too
 * much of it. The request has most likely taken effect.
 */
public final class UnreadableAnswerException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String message) {
        super(message, null);
    }

    public UnreadableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
