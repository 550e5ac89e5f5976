// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.util.concurrent.TimeUnit;

/** A token bucket of one second: at most {@code perSecond} requests a second, in bursts of at most as many. */
final class TokenBucket {
    private final double perSecond;
    private double tokens;
    private long last = System.nanoTime();

    TokenBucket(double perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
    }

    static TokenBucket unlimited() {
        return new TokenBucket(Double.POSITIVE_INFINITY);
    }

    synchronized boolean take() {
        if (perSecond == Double.POSITIVE_INFINITY) {
            return true;
        }
        long now = System.nanoTime();
        tokens = Math.min(perSecond, tokens + perSecond * (now - last) / TimeUnit.SECONDS.toNanos(1));
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
