// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * Decides how the operations of one parent that are due are read. Pure.
 *
 * <p>The measure is requests: a list costs its pages and refreshes everyone under the parent, a get costs one and
 * refreshes one. A list therefore counts all that are due, and those that would soon be.
 */
enum PollChoice {
    /** A get each. */
    GETS,
    /** One list, as many pages as it is worth. */
    LIST,
    /** The server's own wait, for the single operation that is due. */
    WAIT;

    /**
     * What is known when operations are due.
     *
     * @param due that are due now
     * @param soon that a list would spare a get of their own before long, those due included
     * @param listable whether the parent can be listed, as far as is known
     * @param pages what a list is expected to cost
     * @param waitable whether the service binds wait, a place for one is free, and the next read lies far enough away
     */
    record Situation(int due, int soon, boolean listable, int pages, boolean waitable) {}

    static PollChoice of(Situation now) {
        if (now.listable() && now.due() > 0 && now.soon() > now.pages()) {
            return LIST;
        }
        return now.waitable() && now.due() == 1 ? WAIT : GETS;
    }
}
