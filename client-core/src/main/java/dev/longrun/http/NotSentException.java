// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * No byte of the request was sent: the host was not found, or there was no connection or no TLS session. Some
 * exceptions of the platform say the same, see {@link #isSaidBy}.
 */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether the failure of a {@link Transport} says that nothing was sent: it is of this class, or a
     * {@link ConnectException}, {@link NoRouteToHostException}, {@link UnknownHostException},
     * {@link SSLHandshakeException} or {@link SSLPeerUnverifiedException}.
     */
    public static boolean isSaidBy(IOException failure) {
        return failure instanceof NotSentException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException;
    }
}
