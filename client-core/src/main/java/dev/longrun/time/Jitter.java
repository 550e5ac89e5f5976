// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.util.random.RandomGenerator;

/** The random share of a delay, so that many clients that failed together do not retry together. */
public enum Jitter {

    /** The delay itself, for predictable output. */
    NONE {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos;
        }
    },

    /** Between half the delay and the delay: for polling, where a poll too early is wasted. */
    EQUAL {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos / 2 * (1 + random.nextDouble());
        }
    },

    /** Between nothing and the delay: for retries, where spreading the load matters most. */
    FULL {
        @Override
        double spread(double nanos, RandomGenerator random) {
            return nanos * random.nextDouble();
        }
    };

    abstract double spread(double nanos, RandomGenerator random);
}
