// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of a client while most of its calls fail, so that retries do not multiply an outage.
 *
 * <p>All calls share a bucket of tokens. Each transient failure takes a token, each success returns a tenth of one, and
 * retries are allowed while the bucket is more than half full (the retry throttling of gRPC, gRFC A6). A single failing
 * call is not affected; a client whose every call fails soon makes one attempt per call. Thread-safe.
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
        if (tenths.get() < capacity) { // in a healthy client no call writes what all of them share
            tenths.accumulateAndGet(1, (now, gain) -> Math.min(capacity, now + gain));
        }
    }

    /** Takes a token for a failure. True if a retry is allowed. */
    boolean failed() {
        return tenths.accumulateAndGet(TENTHS, (now, cost) -> Math.max(0, now - cost)) > capacity / 2;
    }
}
