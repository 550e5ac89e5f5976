// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;

/**
 * The calls of a transport from their start to the last byte of their responses; close cancels them and refuses later
 * ones. OkHttp's dispatcher does not suffice: it accepts calls after {@code cancelAll}, and forgets a call when the
 * headers of its response arrive.
 */
final class InFlightCalls {
    /** Whether the request of the call may have left. */
    private final Map<Call, Boolean> calls = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** The transport was closed before the call was sent. */
    static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("the client is closed, so nothing is sent");
        }
    }

    void add(Call call) {
        calls.put(call, false);
    }

    /** Its connection is there, and the request is written next. */
    void sending(Call call) {
        calls.replace(call, true);
    }

    /** Whether a byte of the request may have left; of a call that was added and not removed. */
    boolean maybeSent(Call call) {
        return Boolean.TRUE.equals(calls.get(call));
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
        calls.keySet().forEach(Call::cancel);
    }
}
