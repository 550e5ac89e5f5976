// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The rate limiters of one client, one for each service.
 *
 * <p>With the adaptive limit nothing waits until a service throttles calls. From then on calls of that kind are spaced;
 * of those that wait, cancels and deletes go before reads, and reads before lists. Thread-safe.
 */
final class RateLimiterRegistry {
    private final TimeSource time;
    private final Executor callbacks;
    private final RateLimit limit;
    private final Map<String, ServiceRateLimiter> limiters = new ConcurrentHashMap<>();

    RateLimiterRegistry(TimeSource time, Executor callbacks, RateLimit limit) {
        this.time = time;
        this.callbacks = callbacks;
        this.limit = limit;
    }

    /**
     * Completes with true when the call may be sent, or with false when {@code timeout} passes before that. Cancelling
     * the future, or completing it otherwise, leaves the queue.
     */
    CompletableFuture<Boolean> acquire(CallRequest request, Duration timeout) {
        return limiter(request).acquire(request.priority(), timeout);
    }

    AdaptiveRateLimiter rate(CallRequest request) {
        return limiter(request).rate(request.priority());
    }

    /** By service, then by urgency. */
    List<RateLimiterStats> stats() {
        List<RateLimiterStats> stats = new ArrayList<>();
        new TreeMap<>(limiters).forEach((service, limiter) -> stats.addAll(limiter.stats(service)));
        return List.copyOf(stats);
    }

    private ServiceRateLimiter limiter(CallRequest request) {
        String service = request.service().name();
        ServiceRateLimiter known = limiters.get(service);
        return known != null
                ? known
                : limiters.computeIfAbsent(service, name -> new ServiceRateLimiter(time, callbacks, limit));
    }
}
