// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/**
 * The calls of a transport until the last byte of their answers, and none that comes after it was closed. OkHttp's own
 * register does not do: it takes a call that comes after all were cancelled, and forgets one when the head of its
 * answer is there.
 */
final class InFlightCalls {
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The transport was closed before anything of this call was sent. */
    static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("the client is closed, so nothing is sent");
        }
    }

    void add(Call call) {
        calls.add(call);
    }

    void remove(Call call) {
        calls.remove(call);
    }

    /**
     * To be asked by each call on its way, once it is in a register: either this sees the close, or the close sees the
     * call.
     */
    void checkOpen() throws ClosedException {
        if (closed) {
            throw new ClosedException();
        }
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        calls.forEach(Call::cancel);
    }
}
