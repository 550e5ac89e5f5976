// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An attempt that listeners or a tracer observe. Thread-safe. */
final class ObservedAttempt {
    private static final ClientTracer.Scope NO_SCOPE = () -> {};

    /** Headers that only the client and its transport set. */
    private static final Set<String> OURS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OURS.addAll(
                List.of("Accept-Encoding", "Authorization", "Connection", "Content-Length", "Content-Type", "Host"));
        OURS.addAll(List.of("Transfer-Encoding", "x-goog-request-reason", "x-goog-user-project"));
    }

    private final Listeners listeners;
    private final AttemptEvent start;
    private final ClientTracer.@Nullable TracedAttempt traced;

    ObservedAttempt(Listeners listeners, AttemptEvent start, ClientTracer.@Nullable TracedAttempt traced) {
        this.listeners = listeners;
        this.start = start;
        this.traced = traced;
    }

    /** Makes the attempt the current one of its tracer, while it is sent. */
    static ClientTracer.Scope makeCurrent(@Nullable ObservedAttempt attempt) {
        return attempt == null || attempt.traced == null ? NO_SCOPE : attempt.traced.makeCurrent();
    }

    /** The request with the headers of the tracer. They replace none, and one that cannot be sent is left out. */
    HttpRequest withHeaders(HttpRequest request) {
        HttpRequest result = request;
        Map<String, String> headers = traced == null ? Map.of() : traced.headers();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!OURS.contains(header.getKey())
                    && request.headers().keySet().stream().noneMatch(header.getKey()::equalsIgnoreCase)) {
                try {
                    result = result.withHeader(header.getKey(), header.getValue());
                } catch (IllegalArgumentException unsendable) {
                    LoggerFactory.getLogger(ClientTracer.class)
                            .warn("a header of a ClientTracer was left out", unsendable);
                }
            }
        }
        return result;
    }

    /** @param problem the failure in a word or two, or empty */
    void ended(Duration inCall, int httpStatus, String problem, Duration elapsed) {
        AttemptEvent end = event(inCall, httpStatus, problem, elapsed);
        listeners.fire(listener -> listener.attemptEnded(end));
        if (traced != null) {
            traced.ended(end);
        }
    }

    /** The call was cancelled or timed out during the attempt. Has no effect on one that has ended. */
    void cancelled(Duration inCall, Duration elapsed) {
        if (traced != null) {
            traced.ended(event(inCall, 0, "cancelled", elapsed));
        }
    }

    private AttemptEvent event(Duration inCall, int httpStatus, String problem, Duration elapsed) {
        CallEvent call = start.call();
        return new AttemptEvent(call.after(call.attempts(), inCall, null), httpStatus, problem, elapsed);
    }
}
