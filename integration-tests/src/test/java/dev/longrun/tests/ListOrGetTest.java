// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The watcher takes lists or gets, whichever costs less: requests × median time from an end to its detection. It is
 * compared with a client that makes gets only, 32 at a time, and with one that lists only, both on the densest schedule
 * of our options. The operations end evenly over five seconds, and stand among the others in no order.
 */
class ListOrGetTest {
    private static final double SPAN = 5;
    private static final int AT_ONCE = 32;
    private static final int PAGE = 1000;

    private record Cost(int requests, double median, int shown) {
        double product() {
            return requests * median;
        }

        static Cost of(int requests, List<Double> delays, int shown) {
            Collections.sort(delays);
            return new Cost(requests, delays.get(delays.size() / 2), shown);
        }
    }

    @ParameterizedTest(name = "{0} of ours, {1} others, {2} ms")
    @CsvSource({
        "10,   0,     1",
        "10,   0,     100",
        "10,   20000, 1",
        "10,   20000, 100",
        "1000, 0,     1",
        "1000, 0,     100",
    })
    void costsNoMoreThanTheCheaperOfTheTwo(int ours, int others, int latencyMillis) {
        Cost watched = watch(ours, others, Duration.ofMillis(latencyMillis));
        Cost gets = gets(ours, latencyMillis / 1e3);
        Cost lists = lists(ours, others, latencyMillis / 1e3);
        assertThat(watched.product()).isLessThanOrEqualTo(1.1 * Math.min(gets.product(), lists.product()));
    }

    /**
     * Lists alone would show 500,000 operations in these five seconds at a low latency, gets alone need 15,000
     * requests.
     */
    @ParameterizedTest(name = "{0} of ours, {1} others, {2} ms")
    @CsvSource({"1000, 20000, 1", "1000, 20000, 100"})
    void ofManyAmongManyOthersTakesFarFewerRequestsThanGetsAndNoMoreBytesThanLists(
            int ours, int others, int latencyMillis) {
        Cost watched = watch(ours, others, Duration.ofMillis(latencyMillis));
        Cost gets = gets(ours, latencyMillis / 1e3);
        Cost lists = lists(ours, others, latencyMillis / 1e3);
        assertThat(watched.product()).isLessThan(gets.product() / 4);
        assertThat(watched.shown()).isLessThan(lists.shown());
    }

    /** The watcher once listed here: 93 MB, and a median of 3.2 s; gets alone took 588 requests, and 1.5 s. */
    @Test
    void aHundredAmongManyOthersAreReadByGets() {
        Cost watched = watch(100, 20_000, Duration.ofMillis(100));
        assertThat(watched.requests()).isLessThanOrEqualTo(588);
        assertThat(watched.shown()).isLessThanOrEqualTo(watched.requests() + 1000);
        assertThat(watched.median()).isLessThan(0.5);
    }

    private static Cost watch(int ours, int others, Duration latency) {
        VirtualTime time = VirtualTime.manual();
        Map<OperationName, Long> ends = new HashMap<>();
        List<OperationName> names = IntStream.range(0, ours)
                .mapToObj(i -> Harness.name("ours-" + i))
                .toList();
        for (int i = 0; i < ours; i++) {
            ends.put(names.get(i), time.nanoTime() + (long) (1e9 * end(i, ours)));
        }
        List<OperationName> listed = new ArrayList<>(names);
        IntStream.range(0, others).forEach(i -> listed.add(Harness.name("other-" + i)));
        Collections.shuffle(listed, new Random(1));
        LatentOperations service = new LatentOperations(time, latency, ends, listed);
        List<Double> delays = new ArrayList<>();
        try (OperationWatcher watcher =
                new OperationWatcher(service, time, new Random(1), Runnable::run, WatchOptions.defaults())) {
            for (OperationName name : names) {
                watcher.watch(name).thenRun(() -> delays.add((time.nanoTime() - ends.get(name)) / 1e9));
            }
            while (delays.size() < ours) {
                time.advance(Duration.ofMillis(1));
            }
        }
        return Cost.of(service.requests, delays, service.shown);
    }

    private static double end(int i, int count) {
        return SPAN * (i + 1) / count;
    }

    private static Cost gets(int ours, double latency) {
        return poll(ours, latency, running -> running, running -> (running + AT_ONCE - 1) / AT_ONCE, 1);
    }

    private static Cost lists(int ours, int others, double latency) {
        int pages = (ours + others + PAGE - 1) / PAGE;
        return poll(ours, latency, running -> pages, running -> pages, PAGE);
    }

    /**
     * @param requests that read so many operations
     * @param turns in which these requests are made, one after the other
     * @param shown operations in a response
     */
    private static Cost poll(int ours, double latency, IntUnaryOperator requests, IntUnaryOperator turns, int shown) {
        List<Double> running = new ArrayList<>(
                IntStream.range(0, ours).mapToObj(i -> end(i, ours)).toList());
        Collections.shuffle(running, new Random(1));
        List<Double> delays = new ArrayList<>();
        int sent = 0;
        for (double now = 0; !running.isEmpty(); now = next(now)) {
            int count = running.size();
            int most = turns.applyAsInt(count);
            List<Double> left = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long turn = (long) i * most / count;
                found(running.get(i), now + latency * (turn + 1), delays, left);
            }
            sent += requests.applyAsInt(count);
            now += latency * most;
            running = left;
        }
        return Cost.of(sent, delays, sent * shown);
    }

    private static void found(double end, double response, List<Double> delays, List<Double> left) {
        if (end <= response) {
            delays.add(response - end);
        } else {
            left.add(end);
        }
    }

    private static double next(double now) {
        return now + 0.04 + 0.1 * now;
    }
}
