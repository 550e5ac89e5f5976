// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.Locale;
import java.util.OptionalDouble;

/** What the rate limiter of one service does now with one kind of call. Immutable. */
public final class RateLimiterStats {
    private final String service;
    private final Kind kind;
    private final double perSecond;
    private final int waiting;

    /** @param perSecond infinite where nothing is limited */
    public RateLimiterStats(String service, Kind kind, double perSecond, int waiting) {
        this.service = service;
        this.kind = kind;
        this.perSecond = perSecond;
        this.waiting = waiting;
    }

    /** The kinds of calls that services limit separately. */
    public enum Kind {
        /** Cancels and deletes. */
        CHANGE,
        /** Gets and waits. */
        READ,
        /** Lists of operations and of locations. */
        LIST
    }

    /** The service's name, such as {@code file.googleapis.com}. */
    public String service() {
        return service;
    }

    public Kind kind() {
        return kind;
    }

    /** The calls a second that may be sent now; empty while they are not limited. */
    public OptionalDouble perSecond() {
        return Double.isInfinite(perSecond) ? OptionalDouble.empty() : OptionalDouble.of(perSecond);
    }

    /** The calls that wait for a permit now. */
    public int waiting() {
        return waiting;
    }

    /** Such as {@code file.googleapis.com change: 12.5/s, 3 waiting}. */
    @Override
    public String toString() {
        String rate = Double.isInfinite(perSecond) ? "unlimited" : String.format(Locale.ROOT, "%.1f/s", perSecond);
        return service + " " + kind.name().toLowerCase(Locale.ROOT) + ": " + rate + ", " + waiting + " waiting";
    }
}
