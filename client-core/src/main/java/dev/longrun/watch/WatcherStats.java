// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/** What a watcher is doing and has done since the client was built. Immutable. */
public final class WatcherStats {
    private final int watched;
    private final int inFlight;
    private final long gets;
    private final long lists;
    private final long waits;
    private final long saved;

    WatcherStats(int watched, int inFlight, long gets, long lists, long waits, long saved) {
        this.watched = watched;
        this.inFlight = inFlight;
        this.gets = gets;
        this.lists = lists;
        this.waits = waits;
        this.saved = saved;
    }

    /** Operations that are watched now. */
    public int watched() {
        return watched;
    }

    /** Reads that are in flight now. */
    public int inFlight() {
        return inFlight;
    }

    /** Gets made so far. */
    public long gets() {
        return gets;
    }

    /** Pages of lists read so far. */
    public long lists() {
        return lists;
    }

    /** Server-side waits made so far. */
    public long waits() {
        return waits;
    }

    /** Gets that lists replaced, less the pages that those lists took. */
    public long saved() {
        return saved;
    }

    /** Such as {@code 3 watched, 1 in flight; 8 gets, 2 lists, 0 waits so far, 14 gets saved by lists}. */
    @Override
    public String toString() {
        return "%s watched, %s in flight; %s gets, %s lists, %s waits so far, %s gets saved by lists"
                .formatted(watched, inFlight, gets, lists, waits, saved);
    }
}
