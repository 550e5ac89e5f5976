// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

/**
 * Tells whether a larger share of the calls is throttled than is tolerated, with some allowance for chance (a CUSUM
 * test). One in eleven is tolerated, or more where the service is known to throttle more than that by chance.
 *
 * <p>Not thread-safe.
 */
final class ThrottledShare {
    /** So many accepted calls make up for a throttled one. */
    private static final double USUAL_BALANCE = 10;

    /** So many throttled calls in a row exceed the usual balance. */
    private static final double IN_A_ROW = 4;

    /** A share of fewer calls says too little. */
    private static final int FEWEST = 20;

    private static final double MOST_TOLERATED = 0.9;

    private double balance = USUAL_BALANCE;
    private double score;
    private int answered;
    private int throttled;

    void accepted() {
        answered++;
        score--;
        if (score <= 0) {
            restart();
        }
    }

    /** Returns whether the share is too large. */
    boolean throttled() {
        answered++;
        throttled++;
        score += balance;
        return answered >= FEWEST && score >= IN_A_ROW * USUAL_BALANCE * (balance + 1) / (USUAL_BALANCE + 1);
    }

    /** The share of the calls since throttling began; 0 if no call is throttled. */
    double share() {
        return answered == 0 ? 0 : (double) throttled / answered;
    }

    void restart() {
        score = 0;
        answered = 0;
        throttled = 0;
    }

    /** Tolerates the usual share. */
    void tolerateLittle() {
        balance = USUAL_BALANCE;
    }

    /** Tolerates that the service throttles {@code share} of the calls by chance, and half as many more. */
    void tolerate(double share) {
        double tolerated = Math.min(MOST_TOLERATED, 1.5 * share + 1 / (USUAL_BALANCE + 1));
        balance = (1 - tolerated) / tolerated;
    }
}
