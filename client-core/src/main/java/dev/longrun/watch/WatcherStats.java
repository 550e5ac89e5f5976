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
public record WatcherStats(int watched, int inFlight, long gets, long lists, long waits, long saved) {

    WatcherStats withWatched(int targets, int reads) {
        return new WatcherStats(targets, reads, gets, lists, waits, saved);
    }

    WatcherStats plusGet() {
        return new WatcherStats(watched, inFlight, gets + 1, lists, waits, saved);
    }

    WatcherStats plusWait() {
        return new WatcherStats(watched, inFlight, gets, lists, waits + 1, saved);
    }

    WatcherStats plusPage() {
        return new WatcherStats(watched, inFlight, gets, lists + 1, waits, saved - 1);
    }

    WatcherStats plusSaved(int reads) {
        return new WatcherStats(watched, inFlight, gets, lists, waits, saved + reads);
    }
}
