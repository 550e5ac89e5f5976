// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/**
 * The calls of a transport from their start to the last byte of their responses; close cancels them and refuses later
 * ones. OkHttp's dispatcher does not suffice: it accepts calls after {@code cancelAll}, and forgets a call when the
 * headers of its response arrive.
 */
final class InFlightCalls {
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The transport was closed before the call was sent. */
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

    /** Each call checks this after it was added: either the check sees the close, or the close cancels the call. */
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
