// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.http.HttpRequest;
import dev.longrun.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners and a tracer of one call and its attempts. The call may be ended by another thread than the one that
 * makes the attempts.
 */
final class CallObserver {
    /** Headers that only the client and its transport set. */
    private static final Set<String> RESERVED_HEADERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        RESERVED_HEADERS.addAll(
                List.of("Accept-Encoding", "Authorization", "Connection", "Content-Length", "Content-Type", "Host"));
        RESERVED_HEADERS.addAll(List.of("Transfer-Encoding", "x-goog-request-reason", "x-goog-user-project"));
    }

    private final Listeners listeners;
    private final CallEvent start;
    private final Deadline deadline;
    private @Nullable Attempt attempt; // guarded by this
    private boolean ended; // guarded by this

    /** @param number 1 for the first */
    private record Attempt(int number, Deadline limit, ClientTracer.@Nullable TracedAttempt traced) {}

    /** The call begins. */
    CallObserver(Listeners listeners, CallEvent start, Deadline deadline) {
        this.listeners = listeners;
        this.start = start;
        this.deadline = deadline;
        listeners.fire(listener -> listener.callStarted(start));
    }

    /** @param limit of the attempt, since it began */
    void attemptStarted(int number, Deadline limit) {
        ClientTracer tracer = listeners.tracer();
        AttemptEvent event = new AttemptEvent(call(number, null), 0, "", Duration.ZERO);
        Attempt begun = new Attempt(number, limit, tracer == null ? null : tracer.attemptStarted(event));
        boolean late;
        synchronized (this) {
            attempt = begun;
            late = ended;
        }
        if (late) {
            cancelled(begun);
        }
    }

    /** Makes the attempt the current one of the tracer on this thread; null if there is no tracer. */
    ClientTracer.@Nullable Scope makeCurrent() {
        Attempt open = attempt();
        return open == null || open.traced() == null ? null : open.traced().makeCurrent();
    }

    /** The request with the headers of the tracer. They replace none, and one that cannot be sent is left out. */
    HttpRequest withHeaders(HttpRequest request) {
        Attempt open = attempt();
        HttpRequest result = request;
        if (open != null && open.traced() != null) {
            for (Map.Entry<String, String> header : open.traced().headers().entrySet()) {
                result = isFree(request, header.getKey()) ? with(result, header) : result;
            }
        }
        return result;
    }

    private static boolean isFree(HttpRequest request, String name) {
        return !RESERVED_HEADERS.contains(name)
                && request.headers().keySet().stream().noneMatch(name::equalsIgnoreCase);
    }

    private static HttpRequest with(HttpRequest request, Map.Entry<String, String> header) {
        try {
            return request.withHeader(header.getKey(), header.getValue());
        } catch (IllegalArgumentException unsendable) {
            LoggerFactory.getLogger(ClientTracer.class).warn("a header of a ClientTracer was left out", unsendable);
            return request;
        }
    }

    /** @param problem the failure in a word or two, or empty */
    void attemptEnded(int httpStatus, String problem) {
        Attempt open = attempt();
        if (open != null) {
            AttemptEvent event = event(open, httpStatus, problem);
            listeners.fire(listener -> listener.attemptEnded(event));
            if (open.traced() != null) {
                open.traced().ended(event);
            }
        }
    }

    /** Only the first call counts. */
    void ended(int attempts, @Nullable Throwable failure) {
        Attempt open;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            open = attempt;
        }
        if (open != null) {
            cancelled(open);
        }
        CallEvent event = call(attempts, failure);
        listeners.fire(listener -> listener.callEnded(event));
    }

    /** Has no effect on an attempt that has ended. */
    private void cancelled(Attempt open) {
        if (open.traced() != null) {
            open.traced().ended(event(open, 0, "cancelled"));
        }
    }

    private synchronized @Nullable Attempt attempt() {
        return attempt;
    }

    private AttemptEvent event(Attempt open, int httpStatus, String problem) {
        return new AttemptEvent(
                call(open.number(), null), httpStatus, problem, open.limit().elapsed());
    }

    private CallEvent call(int attempts, @Nullable Throwable failure) {
        return start.after(attempts, deadline.elapsed(), failure);
    }
}
