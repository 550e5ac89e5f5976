// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

/** How far a {@link CancelBatch} has come, as of one moment. Immutable. */
public final class BatchProgress {
    private final long taken;
    private final int underWay;
    private final int unread;
    private final CancelCounts counts;
    private final boolean allTaken;

    BatchProgress(long taken, int underWay, int unread, CancelCounts counts, boolean allTaken) {
        this.taken = taken;
        this.underWay = underWay;
        this.unread = unread;
        this.counts = counts;
        this.allTaken = allTaken;
    }

    /** The number of names taken from the source so far, without those left out as duplicates. */
    public long taken() {
        return taken;
    }

    /** The number of operations without a result, those that wait for a permit included. */
    public int underWay() {
        return underWay;
    }

    /** The number of results that are known and have not been read. */
    public int unread() {
        return unread;
    }

    /** The results that are known, read or not, by kind of outcome. */
    public CancelCounts counts() {
        return counts;
    }

    /** Whether the source has ended, so that {@link #taken} is the total. */
    public boolean allTaken() {
        return allTaken;
    }
}
