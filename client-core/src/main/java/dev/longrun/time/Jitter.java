// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.util.random.RandomGenerator;

/** How much of a delay is left to chance, so that many clients that failed together do not come back together. */
public enum Jitter {

    /** The delay itself: for one caller, and for output that must be predictable. */
    NONE {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos;
        }
    },

    /** Between half the delay and the delay: for polling, where a poll that comes too early is wasted. */
    EQUAL {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos / 2 * (1 + random.nextDouble());
        }
    },

    /** Between nothing and the delay: for retries, where spreading the load counts most. */
    FULL {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos * random.nextDouble();
        }
    };

    abstract double spread(double nanos, RandomGenerator random);
}
