// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.call.AttemptEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The HTTP requests of a run, counted in at most {@value #MOST} spans of equal length: a second at first, and twice as
 * long each time the run outgrows them. Thread-safe.
 */
final class TrafficLog {
    static final int MOST = 600;

    private static final long SECOND = 1_000;
    private static final int THROTTLED = 429;

    private final List<long[]> spans = new ArrayList<>();
    private long from;
    private long length = SECOND;

    /** What is counted; the first four are all requests by their method, the others are among them. */
    enum Count {
        CANCELS(0),
        READS(1),
        LISTS(2),
        OTHERS(3),
        /** Answered with 429. */
        THROTTLED(4),
        /** Other errors, and requests without an answer. */
        FAILED(5),
        /** Second and later attempts. */
        RETRIES(6);

        private final int place;

        Count(int place) {
            this.place = place;
        }
    }

    /** @param at the end of the request, in milliseconds of the Unix epoch */
    void add(AttemptEvent event, long at) {
        add(kind(event.call().method()), at);
        if (event.httpStatus() == THROTTLED) {
            add(Count.THROTTLED, at);
        } else if (!event.problem().isEmpty()) {
            add(Count.FAILED, at);
        }
        if (event.number() > 1) {
            add(Count.RETRIES, at);
        }
    }

    private static Count kind(String method) {
        return switch (method) {
            case "cancel" -> Count.CANCELS;
            case "get", "wait" -> Count.READS;
            case "list", "locations" -> Count.LISTS;
            default -> Count.OTHERS;
        };
    }

    /** Counts one; a clock that goes back counts it in the first span. */
    synchronized void add(Count count, long at) {
        if (spans.isEmpty()) {
            from = at - Math.floorMod(at, SECOND);
        }
        long index = Math.max(0, at - from) / length;
        while (index >= MOST) {
            halve();
            index = Math.max(0, at - from) / length;
        }
        while (spans.size() <= index) {
            spans.add(new long[Count.values().length]);
        }
        spans.get((int) index)[count.place]++;
    }

    private void halve() {
        List<long[]> pairs = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            if (i % 2 == 0) {
                pairs.add(spans.get(i));
            } else {
                long[] sum = pairs.get(i / 2);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += spans.get(i)[j];
                }
            }
        }
        spans.clear();
        spans.addAll(pairs);
        length *= 2;
    }

    synchronized long total(Count count) {
        return spans.stream().mapToLong(span -> span[count.place]).sum();
    }

    synchronized boolean isEmpty() {
        return spans.isEmpty();
    }

    /** {@code {"from":…,"step":1000,"spans":[[cancels,reads,lists,others,throttled,failed,retries],…]}}. */
    synchronized String json() {
        StringJoiner all = new StringJoiner(",", "[", "]");
        for (long[] span : spans) {
            StringJoiner numbers = new StringJoiner(",", "[", "]");
            for (long number : span) {
                numbers.add(Long.toString(number));
            }
            all.add(numbers.toString());
        }
        return "{\"from\":" + from + ",\"step\":" + length + ",\"spans\":" + all + '}';
    }
}
