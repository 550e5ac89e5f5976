// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * The time ran out: a request was sent and no response came before its timeout, or an operation was still running when
 * the time of a watch was over. The request may have taken effect. Every request that Longrun makes is safe to repeat.
 */
public final class DeadlineExceededException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(String message) {
        super(message, null);
    }

    public DeadlineExceededException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return true;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
