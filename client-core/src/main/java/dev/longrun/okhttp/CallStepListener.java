// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;

/** Acts at three steps of a call, on the thread of the call. */
final class CallStepListener extends EventListener {
    private final InFlightCalls calls;

    private CallStepListener(InFlightCalls calls) {
        this.calls = calls;
    }

    /** The same events for {@code application}, and these steps after its own. */
    static EventListener.Factory after(EventListener.Factory application, InFlightCalls calls) {
        CallStepListener steps = new CallStepListener(calls);
        return call -> application.create(call).plus(steps);
    }

    /** The lookup comes next, on this thread. */
    @Override
    public void dnsStart(Call call, String host) {
        AbandonableDns.calledBy(call);
    }

    /**
     * Ends a call that was cancelled between its TCP connect and its TLS handshake. OkHttp 5.5 forgets such a cancel:
     * the handshake then lasts as long as the server sends a byte now and then, or says nothing. From here on a cancel
     * closes the socket.
     */
    @Override
    public void secureConnectStart(Call call) {
        if (call.isCanceled()) {
            throw unchecked(new IOException("Canceled"));
        }
    }

    /** The connection is there, and nothing is written yet. */
    @Override
    public void requestHeadersStart(Call call) {
        calls.sending(call);
    }

    /** OkHttp closes the connection and maps the exception as it does any other of the connect. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException unchecked(Exception e) throws E {
        throw (E) e;
    }
}
