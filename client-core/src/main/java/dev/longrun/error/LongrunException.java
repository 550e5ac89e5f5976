// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import dev.longrun.text.SafeCause;
import dev.longrun.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed. The class tells what an application can do about it:
 *
 * <ul>
 *   <li>{@link ConfigurationException}: nothing was sent, and repeating the call does not help: credentials, a setting
 *       or a closed client
 *   <li>{@link UnreachableException}: nothing was sent; a later call may get through
 *   <li>{@link NoResponseException}: sent, and the connection was lost before a response came
 *   <li>{@link DeadlineExceededException}: sent, and the time ran out before a response came
 *   <li>{@link ApiException}: the server rejected it
 *   <li>{@link UnreadableResponseException}: the server reported success with a response that cannot be read
 * </ul>
 *
 * <p>A mistake in the input is none of these but an {@link IllegalArgumentException}: a bad name
 * ({@code dev.longrun.name.InvalidNameException}) or a bad value of an option.
 *
 * <p>A message says what was tried, what came back and what to do next, on one line. Control and direction characters
 * are escaped, and what may be a credential is hidden, in the messages of causes too.
 */
public abstract sealed class LongrunException extends RuntimeException
        permits ApiException,
                ConfigurationException,
                DeadlineExceededException,
                NoResponseException,
                UnreachableException,
                UnreadableResponseException {
    private static final long serialVersionUID = 1L;

    LongrunException(String message, @Nullable Throwable cause) {
        super(SafeText.of(message), SafeCause.of(cause));
    }

    /** Whether the server may have carried out the request, so that only a read tells its effect. */
    public abstract boolean mayHaveTakenEffect();

    /** Whether the same call may succeed later without a change of its input or configuration. */
    public abstract boolean isRetryable();
}
