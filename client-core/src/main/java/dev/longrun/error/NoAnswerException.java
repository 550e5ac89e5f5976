// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * No answer came: the connection failed or the time ran out. The request may have taken effect, so the truth has to be
 * read from the server. Every request Longrun makes is safe to repeat.
 */
public final class NoAnswerException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message) {
        super(message, null);
    }

    public NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
