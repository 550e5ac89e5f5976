// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Ends a call that was cancelled between its TCP connect and its TLS handshake. OkHttp 5.5 forgets such a cancel: the
 * handshake then lasts as long as the server sends a byte now and then, or says nothing.
 */
final class CancelBeforeTlsListener extends EventListener {
    private static final EventListener INSTANCE = new CancelBeforeTlsListener();

    private CancelBeforeTlsListener() {}

    /** The same events for {@code application}, and this check after its own. */
    static EventListener.Factory after(EventListener.Factory application) {
        return call -> application.create(call).plus(INSTANCE);
    }

    /** From here on a cancel closes the socket. */
    @Override
    public void secureConnectStart(Call call) {
        if (call.isCanceled()) {
            throw unchecked(new IOException("Canceled"));
        }
    }

    /** OkHttp closes the connection and maps the exception as it does any other of the connect. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException unchecked(Exception e) throws E {
        throw (E) e;
    }
}
