// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.util.concurrent.TimeUnit;

/** A token bucket: so many requests a second, and as many at once as have been saved up, a second's worth at most. */
final class Bucket {
    private final double perSecond;
    private double tokens;
    private long last = System.nanoTime();

    Bucket(double perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
    }

    static Bucket unlimited() {
        return new Bucket(Double.POSITIVE_INFINITY);
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
