// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * The cost of reading some operations: requests × time, and a price for the bytes. The time of a get is the unit of
 * time; a page of a thousand operations takes twice that. Gets are made side by side, the pages of a list one after the
 * other. A hundred operations, about fifty kilobytes, are worth a request. Pure.
 */
final class ReadCost {
    private static final double BYTES = 0.01;
    private static final double TIME = 0.001;

    private ReadCost() {}

    /** What some requests count together whose responses hold so many operations. */
    static double ofRequests(int requests, int operations) {
        return requests + BYTES * operations;
    }

    static double ofGets(int gets) {
        int rounds = (gets + PollReader.REQUESTS_AT_ONCE - 1) / PollReader.REQUESTS_AT_ONCE;
        return (double) gets * rounds + BYTES * gets;
    }

    static double ofList(int pages, int operations) {
        return pages * (pages + TIME * operations) + BYTES * operations;
    }
}
