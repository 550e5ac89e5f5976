// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a client within what each service takes: one learnt rate for each service and kind of call, shared by all callers.
 *
 * <p>Nothing waits until a service refuses a call for its rate. From then on calls are spaced; of those that wait, cancels
 * and deletes go before reads, and reads before lists. Thread-safe.
 */
final class RateLimiter {
    private final Time time;
    private final Map<String, ServiceLane> lanes = new ConcurrentHashMap<>();

    RateLimiter(Time time) {
        this.time = time;
    }

    /** How long a caller that blocks must wait before it sends; its place is taken. */
    Duration reserve(CallRequest request) {
        return rate(request).reserve(time.nanoTime());
    }

    /**
     * Runs {@code ready} when the call may be sent: now, on this thread, or later on the timer's; at the latest after
     * {@code patience}, when it is too late to send it.
     */
    void enter(CallRequest request, Duration patience, Runnable ready) {
        lane(request).enter(CallClass.of(request.rpc()), patience, ready);
    }

    AdaptiveRate rate(CallRequest request) {
        return lane(request).rate(CallClass.of(request.rpc()));
    }

    private ServiceLane lane(CallRequest request) {
        return lanes.computeIfAbsent(request.service().service(), service -> new ServiceLane(time));
    }
}
