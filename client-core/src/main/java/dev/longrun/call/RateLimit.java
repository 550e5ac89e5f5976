// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

/**
 * How fast a client sends requests to a service, for each service and each kind of call (changes, reads, lists).
 *
 * <pre>{@code
 * OperationsClient.builder().rateLimit(RateLimit.fixed(20))
 * }</pre>
 *
 * <p>With every limit except {@link #off}, a {@code Retry-After} of a throttled call (429, RESOURCE_EXHAUSTED) pauses
 * all calls of its kind. Immutable.
 */
public final class RateLimit {
    private static final RateLimit ADAPTIVE = new RateLimit(Double.POSITIVE_INFINITY, true, true);
    private static final RateLimit OFF = new RateLimit(Double.POSITIVE_INFINITY, false, false);

    private final double perSecond;
    private final boolean adapts;
    private final boolean pauses;

    private RateLimit(double perSecond, boolean adapts, boolean pauses) {
        this.perSecond = perSecond;
        this.adapts = adapts;
        this.pauses = pauses;
    }

    /** No limit, and no pause after a throttled call: for a server that limits nothing. */
    public static RateLimit off() {
        return OFF;
    }

    /**
     * At most that many calls a second, evenly spaced.
     *
     * @param perSecond more than zero
     */
    public static RateLimit fixed(double perSecond) {
        if (!(perSecond > 0) || perSecond == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("rate limit: perSecond must be more than zero; got " + perSecond);
        }
        return new RateLimit(perSecond, false, true);
    }

    /**
     * The default: no limit until the service throttles more than one call in ten; then a rate learnt from that. A
     * share that stays the same at a lower rate sets no limit.
     */
    public static RateLimit adaptive() {
        return ADAPTIVE;
    }

    public double perSecond() {
        return perSecond;
    }

    /** Whether the limit changes with the throttled calls. */
    public boolean adapts() {
        return adapts;
    }

    /** Whether a hint of the server pauses all calls of the kind. */
    public boolean pauses() {
        return pauses;
    }

    @Override
    public String toString() {
        return adapts ? "adaptive" : pauses ? perSecond + " a second" : "off";
    }
}
