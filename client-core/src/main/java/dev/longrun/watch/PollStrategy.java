// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * Decides how the operations of one parent that are due are read. Pure.
 *
 * <p>The measure is the number of requests: a list costs its pages and shows every operation of the parent, a get costs
 * one and shows one. A list therefore counts all operations that are due now or soon.
 */
enum PollStrategy {
    /** One get for each operation that is due. */
    GETS,
    /** One list, of no more pages than the gets it replaces. */
    LIST,
    /** A server-side wait for the only operation that is due. */
    WAIT;

    /**
     * @param due how many operations are due now
     * @param soon for how many a list replaces a get, those due included
     * @param listable whether the parent can be listed, as far as is known
     * @param pages how many pages the list is expected to take
     * @param waitable whether the server can wait for the operation that is due, and may
     */
    static PollStrategy of(int due, int soon, boolean listable, int pages, boolean waitable) {
        if (listable && due > 0 && soon > pages) {
            return LIST;
        }
        return waitable && due == 1 ? WAIT : GETS;
    }
}
