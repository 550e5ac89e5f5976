// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What happened to each operation, in order: the truth that outcomes are compared with. Times are those of the world.
 */
final class ServiceRecord {
    private final Map<String, List<Entry>> entries = new HashMap<>();

    enum What {
        /** A cancel request left the client. */
        CANCEL_SENT,
        /** A cancel request was answered, or failed. */
        CANCEL_OVER,
        /** The service took a cancel. */
        CANCEL_TAKEN,
        /** The service rejected a cancel, with a 4xx. */
        CANCEL_REJECTED,
        /** The service, or what stood in its place, knew no cancel. */
        NO_METHOD,
        /** The client learnt that the operation ran. */
        RUNNING_SHOWN,
        /** The client learnt that the operation had ended. */
        DONE_SHOWN,
        /** A read, or a list of this parent, was answered, failed, or was given up. */
        READ_OVER,
        /** The client got an error for a read that no further read changes. */
        READ_REFUSED,
        /** The client got something unreadable. */
        UNREADABLE_SHOWN
    }

    /**
     * @param since when it began
     * @param at when it happened or was over
     * @param client the number of the client that asked
     */
    record Entry(long since, long at, int client, What what) {}

    void add(String operation, long since, long at, int client, What what) {
        entries.computeIfAbsent(operation, key -> new ArrayList<>()).add(new Entry(since, at, client, what));
    }

    boolean any(String operation, Predicate<Entry> which) {
        return entries.getOrDefault(operation, List.of()).stream().anyMatch(which);
    }

    boolean any(String operation, Set<Integer> clients, What what, long from, long to) {
        return any(
                operation,
                entry -> entry.what() == what
                        && clients.contains(entry.client())
                        && entry.at() >= from
                        && entry.at() <= to);
    }

    /** The longest time without an event of one of these kinds for one of these names. */
    long longestPause(Set<String> operations, int client, What what, long from, long to) {
        long[] times = operations.stream()
                .flatMap(name -> entries.getOrDefault(name, List.of()).stream())
                .filter(entry -> entry.what() == what && entry.client() == client)
                .mapToLong(Entry::at)
                .filter(at -> at > from && at < to)
                .sorted()
                .toArray();
        long longest = 0;
        long last = from;
        for (long time : times) {
            longest = Math.max(longest, time - last);
            last = time;
        }
        return Math.max(longest, to - last);
    }

    /** When it happened last; {@code from} if it did not. */
    long last(String operation, Set<Integer> clients, What what, long from, long to) {
        long last = from;
        for (Entry entry : entries.getOrDefault(operation, List.of())) {
            boolean counts = entry.what() == what && clients.contains(entry.client()) && entry.at() <= to;
            last = counts ? Math.max(last, entry.at()) : last;
        }
        return last;
    }
}
