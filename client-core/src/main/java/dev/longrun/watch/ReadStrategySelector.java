// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.List;

/**
 * The operations of one parent that are due now, with the inputs for choosing gets, a list or a server-side wait.
 *
 * <p>The cost of reads is requests × time. A hundred operations in responses, about fifty kilobytes, count as a request
 * more. Gets are made side by side, the pages of a list one after the other; the time of one request is the unit.
 */
final class ReadStrategySelector {
    private static final double OPERATION = 0.01;
    private static final long WAIT_REPLACES = Duration.ofSeconds(1).toNanos();

    private final WatchedParent parent;
    private final List<WatchedOperation> operations;
    private final long now;
    private final boolean listable;
    private final int soon;

    ReadStrategySelector(WatchedParent parent, List<WatchedOperation> operations, long now) {
        this.parent = parent;
        this.operations = operations;
        this.now = now;
        this.listable = parent.isListable(now);
        this.soon = operations.size() + (listable ? parent.dueSoon(now) : 0);
    }

    /** @param mayWait whether one more server-side wait leaves enough room for other calls */
    Strategy strategy(boolean mayWait) {
        boolean waitable = mayWait && operations.size() == 1 && isWaitable(operations.get(0));
        int watched = parent.operations().size();
        double list =
                costOfList(parent.list().pages(watched, now), parent.list().operations(watched, now));
        return Strategy.of(operations.size(), soon, listable, list, waitable);
    }

    /** How many gets a list replaces: of those that are due now, and of those that are due soon. */
    int soon() {
        return soon;
    }

    /** What some requests count together whose responses hold so many operations. */
    static double requests(int requests, int operations) {
        return requests + OPERATION * operations;
    }

    static double costOfGets(int gets) {
        int rounds = (gets + PollReader.REQUESTS_AT_ONCE - 1) / PollReader.REQUESTS_AT_ONCE;
        return requests(gets, gets) * rounds;
    }

    static double costOfList(int pages, int operations) {
        return requests(pages, operations) * pages;
    }

    /** A wait must end well before the first deadline and replace more than one read. */
    private boolean isWaitable(WatchedOperation operation) {
        OperationName name = operation.name();
        return parent.isWaitable(now)
                && operation.remaining(now) > PollRequests.longestWait(name)
                && operation.interval() >= WAIT_REPLACES
                && operation.acceptsWait()
                && name.service().documents(ApiMethod.WAIT, name.resource());
    }

    /**
     * Decides how the operations of one parent that are due are read. Pure.
     *
     * <p>A list shows every operation of the parent, so that it replaces the gets of all that are due now or soon; the
     * one that costs less is made.
     */
    enum Strategy {
        /** One get for each operation that is due. */
        GETS,
        /** One list, as long as it costs less than gets. */
        LIST,
        /** A server-side wait for the only operation that is due. */
        WAIT;

        /**
         * @param due how many operations are due now
         * @param soon for how many a list replaces a get, those due included
         * @param listable whether the parent can be listed, as far as is known
         * @param list the cost of the list
         * @param waitable whether the server can wait for the operation that is due, and may
         */
        static Strategy of(int due, int soon, boolean listable, double list, boolean waitable) {
            if (listable && due > 0 && list < costOfGets(soon)) {
                return LIST;
            }
            return waitable && due == 1 ? WAIT : GETS;
        }
    }
}
