// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationParent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The watched operations of one parent, and what is known of its lists. Used in the queue of {@link PollScheduler}
 * only.
 */
final class WatchedParent {
    static final int PAGE_SIZE = 500;
    private static final long COOLDOWN = Duration.ofMinutes(10).toNanos();
    private static final int MISSES = 3;

    private final Object key;
    private final @Nullable OperationParent name;
    private final ReadTime readTime;
    private final List<WatchedOperation> operations = new ArrayList<>();
    private int lastPages;
    private int misses;
    private long noListsBefore;
    private long noWaitsBefore;
    private @Nullable Runnable giveUpList;

    /** @param name null for operations that no documented list shows */
    WatchedParent(Object key, @Nullable OperationParent name, ReadTime readTime) {
        this.key = key;
        this.name = name;
        this.readTime = readTime;
    }

    /** Its key in the {@link WatchRegistry}. */
    Object key() {
        return key;
    }

    Optional<OperationParent> name() {
        return Optional.ofNullable(name);
    }

    List<WatchedOperation> operations() {
        return operations;
    }

    void add(WatchedOperation operation) {
        operation.parentIndex = operations.size();
        operations.add(operation);
    }

    void remove(WatchedOperation operation) {
        WatchedOperation last = operations.remove(operations.size() - 1);
        if (last != operation) {
            operations.set(operation.parentIndex, last);
            last.parentIndex = operation.parentIndex;
        }
    }

    /** Whether a list is in flight or queued. */
    boolean isListing() {
        return giveUpList != null;
    }

    void listBegan(Runnable giveUp) {
        giveUpList = giveUp;
    }

    /** Stops the list, if there is one. */
    void giveUpList() {
        if (giveUpList != null) {
            giveUpList.run();
        }
    }

    /** @param pages what it took, or more than that if it was broken off; 0 if it failed */
    void listEnded(int pages) {
        giveUpList = null;
        lastPages = pages == 0 ? lastPages : pages;
    }

    /**
     * Whether a list can replace gets: there is one, it shows more than one operation, and it has not failed lately.
     */
    boolean isListable(long now) {
        return operations.size() > 1 && name != null && !isListing() && now >= noListsBefore;
    }

    /** How many pages a list takes: as many as the last one, or as many as the watched operations fill. */
    int expectedPages() {
        return Math.max(lastPages, (operations.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** A list was incomplete: it did not show an operation that a get found, or could not reach a location. */
    void recordMiss(long now) {
        misses++;
        if (misses >= MISSES) {
            suspendLists(now);
        }
    }

    /** No lists for ten minutes: they are rejected or incomplete. */
    void suspendLists(long now) {
        noListsBefore = now + COOLDOWN;
        misses = 0;
    }

    boolean isWaitable(long now) {
        return now >= noWaitsBefore;
    }

    /** No server-side waits for ten minutes: one failed. */
    void suspendWaits(long now) {
        noWaitsBefore = now + COOLDOWN;
    }

    /** How many operations are due soon, so that a list that is made now replaces a get of each. */
    int dueSoon(long now) {
        int soon = 0;
        for (WatchedOperation operation : operations) {
            soon += operation.isDueSoon(now) ? 1 : 0;
        }
        return soon;
    }

    /** What a get or a page of a list took, in nanoseconds. */
    void recordReadTime(long nanos) {
        readTime.record(nanos);
    }

    /** What it is expected to take to read an operation, in nanoseconds. */
    long readTime() {
        boolean isListed = operations.size() > 1 && lastPages > 0;
        return readTime.expected() * (isListed ? expectedPages() : 1);
    }
}
