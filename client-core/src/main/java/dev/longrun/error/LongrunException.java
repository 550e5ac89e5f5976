// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * A request that came to nothing, sealed by how far it got; that decides whether it may have had an effect.
 *
 * <ul>
 *   <li>{@link NotSentException}: nothing left this machine
 *   <li>{@link NoAnswerException}: it was sent and no answer came; it may have taken effect
 *   <li>{@link ApiException}: the server said no
 *   <li>{@link UnreadableAnswerException}: the server answered, and the answer could not be read
 * </ul>
 *
 * <p>Each message says what was tried, what came back and what to do next; none holds a credential.
 */
public abstract sealed class LongrunException extends RuntimeException
        permits NotSentException, NoAnswerException, ApiException, UnreadableAnswerException {
    private static final long serialVersionUID = 1L;

    LongrunException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
