// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries from multiplying an outage: a bucket of tokens that all calls of a client share.
 *
 * <p>Each transient failure takes a token, each success puts a tenth of one back, and retries are allowed only while
 * the bucket is more than half full: the throttling of gRPC's retry design (gRFC A6). A lone failing call never notices
 * it; a client whose every call fails soon makes one attempt each.
 *
 * <p>Thread-safe.
 */
public final class RetryBudget {
    private static final int TENTHS = 10;

    private final int capacity;
    private final AtomicInteger tenths;

    private RetryBudget(int tokens) {
        this.capacity = tokens * TENTHS;
        this.tenths = new AtomicInteger(capacity);
    }

    /** A full bucket of {@code tokens}. */
    public static RetryBudget of(int tokens) {
        return new RetryBudget(tokens);
    }

    /** A hundred tokens: fifty failures in a row before retries stop. */
    public static RetryBudget defaults() {
        return of(100);
    }

    void succeeded() {
        tenths.accumulateAndGet(1, (now, gain) -> Math.min(capacity, now + gain));
    }

    /** Takes a token for a failure. True where a retry is still allowed. */
    boolean failed() {
        return tenths.accumulateAndGet(TENTHS, (now, cost) -> Math.max(0, now - cost)) > capacity / 2;
    }
}
