// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent, because the client cannot send as it is configured: credentials are missing or invalid, the client
 * is closed, credentials would go over plain http to another machine, a setting, environment variable or journal file
 * is broken. The message says what to change.
 */
public final class ConfigurationException extends LongrunException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayHaveTakenEffect() {
        return false;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
