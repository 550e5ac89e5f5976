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
    private static final long COOLDOWN = Duration.ofMinutes(10).toNanos();
    private static final int MISSES = 3;

    /** How long an operation that is due waits for a list in flight at least. */
    private static final long LIST_PATIENCE = Duration.ofSeconds(1).toNanos();

    private final Object key;
    private final @Nullable OperationParent name;
    private final ReadTime readTime;
    private final PollPacer pacer;
    private final ListEstimate list = new ListEstimate();
    private final List<WatchedOperation> operations = new ArrayList<>();
    private int misses;
    private long noListsBefore;
    private long noWaitsBefore;
    private int lastPages;
    private long listBegan;
    private int listPages;
    private @Nullable Runnable giveUpList;

    /** @param name null for operations that no documented list shows */
    WatchedParent(Object key, @Nullable OperationParent name, ReadTime readTime, PollPacer pacer) {
        this.key = key;
        this.name = name;
        this.readTime = readTime;
        this.pacer = pacer;
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

    PollPacer pacer() {
        return pacer;
    }

    /** What its lists are expected to take. */
    ListEstimate list() {
        return list;
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

    void listBegan(Runnable giveUp, long now) {
        giveUpList = giveUp;
        listBegan = now;
        listPages = list.pages(operations.size(), now);
    }

    /** @param pages that the list in flight will take in all, as far as its first ones tell */
    void listGoesOn(int pages) {
        listPages = pages;
    }

    /** Until when an operation that is due waits for the list in flight: until it should have ended. */
    long listPatience() {
        return listBegan + Math.max(LIST_PATIENCE, readTime.expected() * listPages);
    }

    /** Stops the list, if there is one. */
    void giveUpList() {
        if (giveUpList != null) {
            giveUpList.run();
        }
    }

    /** @param pages what it took; 0 if it failed, or was broken off as gets cost less */
    void listEnded(int pages) {
        giveUpList = null;
        lastPages = pages;
    }

    /**
     * Whether a list can replace gets: there is one, it shows more than one operation, and it has not failed lately.
     */
    boolean isListable(long now) {
        return operations.size() > 1 && name != null && !isListing() && now >= noListsBefore;
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
        return readTime.expected() * (operations.size() > 1 ? Math.max(1, lastPages) : 1);
    }

    /**
     * What a list of one parent is expected to take, as far as its pages have shown: how many operations it has, ours
     * and others, and how many of them a page holds. Used in the queue of {@link PollScheduler} only.
     */
    static final class ListEstimate {
        /** What a page is asked to hold once the size of the list is known, or many operations are watched. */
        static final int LARGEST_PAGE = 1000;

        /** The first page of an unknown list is small: it may hold none of ours. */
        private static final int SMALLEST_PAGE = 50;

        /** Others come and go: after this time the size of a list counts as unknown. */
        private static final long VALID = Duration.ofMinutes(10).toNanos();

        private int operations;
        private int perPage = LARGEST_PAGE;
        private long validUntil = Long.MIN_VALUE;

        private boolean isKnown(long now) {
            return now < validUntil;
        }

        /** @param watched how many operations of the parent are watched, here and below; the list has no fewer */
        int operations(int watched, long now) {
            return isKnown(now) ? Math.max(watched, operations) : watched;
        }

        int pages(int watched, long now) {
            int held = isKnown(now) ? perPage : LARGEST_PAGE;
            return Math.max(1, (operations(watched, now) + held - 1) / held);
        }

        int pageSize(int watched, long now) {
            return isKnown(now) ? LARGEST_PAGE : Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, watched));
        }

        /** A page came, and more follow: the server may allow smaller pages than it was asked for. */
        void fullPage(int held, int asked) {
            if (held < asked || held > perPage) {
                perPage = Math.max(1, held);
            }
        }

        /** The number of operations that a list holds, or would hold to its end. */
        void holds(int listed, long now) {
            operations = listed;
            validUntil = now + VALID;
        }
    }
}
