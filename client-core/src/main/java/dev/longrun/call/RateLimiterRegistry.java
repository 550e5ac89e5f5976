// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a client within what each service takes: one learnt rate for each service and kind of call, shared by all
 * callers.
 *
 * <p>Nothing waits until a service refuses calls for their rate. From then on calls of that kind are spaced; of those
 * that wait, cancels and deletes go before reads, and reads before lists, whether a thread waits for them or not.
 * Thread-safe.
 */
final class RateLimiterRegistry {
    private final TimeSource time;
    private final Map<String, ServiceRateLimiter> lanes = new ConcurrentHashMap<>();

    RateLimiterRegistry(TimeSource time) {
        this.time = time;
    }

    /**
     * Completes with true when the call may be sent, or with false when {@code patience} is over before that. To
     * complete it otherwise is to leave the queue.
     */
    CompletableFuture<Boolean> enter(CallRequest request, Duration patience) {
        return lane(request).enter(RequestPriority.of(request.rpc()), patience);
    }

    AdaptiveRateLimiter rate(CallRequest request) {
        return lane(request).rate(RequestPriority.of(request.rpc()));
    }

    private ServiceRateLimiter lane(CallRequest request) {
        return lanes.computeIfAbsent(request.service().name(), service -> new ServiceRateLimiter(time));
    }
}
