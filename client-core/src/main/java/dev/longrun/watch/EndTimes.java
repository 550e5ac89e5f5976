// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.concurrent.TimeUnit;

/**
 * How long operations of one kind run, as a histogram whose buckets grow by a twelfth each; of the operations that have
 * ended, about the newest hundred count. Used in the queue of {@link PollScheduler} only. Times are nanoseconds.
 */
final class EndTimes {
    private static final double UNIT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double GROWTH = Math.log(2) / 8;

    /** Up to four and a half hours; whatever ran longer counts as that. */
    private static final int BUCKETS = 24 * 8;

    /** With more than these, the older ones lose half of their weight. */
    private static final float MOST = 64;

    /** Fewer do not tell when the next one ends. */
    private static final float FEWEST = 3;

    private final float[] weights = new float[BUCKETS];
    private float total;

    /** @param ran how long an operation ran that has ended */
    void record(long ran) {
        weights[bucket(ran)]++;
        total++;
        if (total > MOST) {
            total = 0;
            for (int i = 0; i < BUCKETS; i++) {
                weights[i] /= 2;
                total += weights[i];
            }
        }
    }

    /**
     * How long an operation has run by the time at which it has probably ended.
     *
     * @param running how long it has run already
     * @param share of the operations that ran at least so long, which have ended by that time; from 0 to 1
     * @return {@link PollSchedule#NEVER} if too few operations of the kind ran so long
     */
    long endOf(double share, long running) {
        int first = bucket(running);
        float rest = 0;
        for (int i = first; i < BUCKETS; i++) {
            rest += weights[i];
        }
        if (rest < FEWEST) {
            return PollSchedule.NEVER;
        }
        float ended = 0;
        int bucket = first - 1;
        while (ended < share * rest && bucket < BUCKETS - 1) {
            bucket++;
            ended += weights[bucket];
        }
        return (long) (UNIT * Math.exp((bucket + 1) * GROWTH));
    }

    private static int bucket(long ran) {
        return ran <= UNIT ? 0 : Math.min(BUCKETS - 1, (int) (Math.log(ran / UNIT) / GROWTH));
    }
}
