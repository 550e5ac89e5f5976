// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The operations that a sweep saw, counted. An operation that several lists show counts once if it matches, otherwise
 * each time. Immutable.
 */
public final class SweepCounts {
    static final String NOT_SAID = "(not said)";
    static final String NO_LOCATION = "(none)";

    private final long done;
    private final long running;
    private final long matched;
    private final long elsewhere;
    private final long unusable;
    private final Map<String, Long> leftOut;
    private final Map<String, Long> byLocation;
    private final Map<String, Long> byVerb;

    SweepCounts(
            long done,
            long running,
            long matched,
            long elsewhere,
            long unusable,
            Map<String, Long> leftOut,
            Map<String, Long> byLocation,
            Map<String, Long> byVerb) {
        this.done = done;
        this.running = running;
        this.matched = matched;
        this.elsewhere = elsewhere;
        this.unusable = unusable;
        this.leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        this.byLocation = Collections.unmodifiableMap(new TreeMap<>(byLocation));
        this.byVerb = Collections.unmodifiableMap(new TreeMap<>(byVerb));
    }

    /** Done or running. */
    public long seen() {
        return done + running;
    }

    /** Ended, so never planned. */
    public long done() {
        return done;
    }

    /** Not done, whether they match or not. */
    public long running() {
        return running;
    }

    /** Running, passed by all filters, and of this machine's shard. */
    public long matched() {
        return matched;
    }

    /** Running and passed by all filters, but of another shard. */
    public long elsewhere() {
        return elsewhere;
    }

    /** Entries of the lists that are no operations of their parents, so never planned; not among {@link #seen}. */
    public long unusable() {
        return unusable;
    }

    /**
     * Running operations that a filter left out, by the reason of the first filter that did, in the order of the
     * filters: {@code age not said} 15, {@code verb is not create} 3.
     */
    public Map<String, Long> leftOut() {
        return leftOut;
    }

    /** {@link #matched} by location, {@code (none)} for names without one; at most 200 and {@code (others)}. */
    public Map<String, Long> byLocation() {
        return byLocation;
    }

    /** {@link #matched} by verb, {@code (not said)} where the service has none; at most 200 and {@code (others)}. */
    public Map<String, Long> byVerb() {
        return byVerb;
    }
}
