// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;

/** The timeout of a request passed before its response was complete. The request may have arrived. */
public final class TransportTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    public TransportTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
