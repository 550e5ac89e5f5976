// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.error.Code;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the HTTP requests of a client by service, method and status. Thread-safe; takes no lock while it is read. */
public final class RequestCounters implements ClientListener {
    private final ConcurrentMap<RequestKind, RequestSums> counts = new ConcurrentHashMap<>();

    @Override
    public void attemptEnded(AttemptEvent event) {
        boolean throttled = event.problem().equals(Code.RESOURCE_EXHAUSTED.name());
        RequestKind kind = new RequestKind(event.call().service(), event.call().method(), event.httpStatus());
        counts.merge(kind, new RequestSums(1, event.number() > 1 ? 1 : 0, throttled ? 1 : 0), RequestSums::plus);
    }

    /** The requests that have ended so far. */
    public SortedMap<RequestKind, RequestSums> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * What is counted together.
     *
     * @param service such as {@code file.googleapis.com}
     * @param method as in {@link dev.longrun.call.CallEvent#method}
     * @param httpStatus of the response; 0 if none came
     */
    public record RequestKind(String service, String method, int httpStatus) implements Comparable<RequestKind> {
        private static final Comparator<RequestKind> ORDER = Comparator.comparing(RequestKind::service)
                .thenComparing(RequestKind::method)
                .thenComparingInt(RequestKind::httpStatus);

        @Override
        public int compareTo(RequestKind other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Sums over the requests of one kind.
     *
     * @param requests all of them
     * @param retries those that repeated another one of the same call
     * @param throttled those that the service rejected because there were too many
     */
    public record RequestSums(long requests, long retries, long throttled) {

        RequestSums plus(RequestSums other) {
            return new RequestSums(requests + other.requests, retries + other.retries, throttled + other.throttled);
        }
    }
}
