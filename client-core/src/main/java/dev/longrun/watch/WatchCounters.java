// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * What the watcher of a client has done so far.
 *
 * @param watched operations that are watched now
 * @param inFlight reads under way now
 * @param gets single reads that were made
 * @param lists pages of lists that were read
 * @param waits server-side waits that were made
 * @param saved gets that lists made unnecessary, less the pages that those took
 */
public record WatchCounters(int watched, int inFlight, long gets, long lists, long waits, long saved) {

    WatchCounters withWatched(int targets, int reads) {
        return new WatchCounters(targets, reads, gets, lists, waits, saved);
    }

    WatchCounters plusGet() {
        return new WatchCounters(watched, inFlight, gets + 1, lists, waits, saved);
    }

    WatchCounters plusWait() {
        return new WatchCounters(watched, inFlight, gets, lists, waits + 1, saved);
    }

    WatchCounters plusPage() {
        return new WatchCounters(watched, inFlight, gets, lists + 1, waits, saved - 1);
    }

    WatchCounters plusSaved(int reads) {
        return new WatchCounters(watched, inFlight, gets, lists, waits, saved + reads);
    }
}
