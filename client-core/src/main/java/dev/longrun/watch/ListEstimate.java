// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.time.Duration;

/**
 * What a list of one parent is expected to take, as far as its pages have shown: how many operations it has, ours and
 * others, and how many of them a page holds. Used in the queue of {@link PollScheduler} only.
 */
final class ListEstimate {
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
        return Math.max(1, (operations(watched, now) + perPage - 1) / perPage);
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
