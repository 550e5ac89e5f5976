// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * The cost of reading some operations: requests × time. A hundred operations in responses, about fifty kilobytes, count
 * as a request more. Gets are made side by side, the pages of a list one after the other; the time of one request is
 * the unit. Pure.
 */
final class ReadCost {
    private static final double OPERATION = 0.01;

    private ReadCost() {}

    /** What some requests count together whose responses hold so many operations. */
    static double ofRequests(int requests, int operations) {
        return requests + OPERATION * operations;
    }

    static double ofGets(int gets) {
        int rounds = (gets + PollReader.REQUESTS_AT_ONCE - 1) / PollReader.REQUESTS_AT_ONCE;
        return ofRequests(gets, gets) * rounds;
    }

    static double ofList(int pages, int operations) {
        return ofRequests(pages, operations) * pages;
    }
}
