// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Backoff;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When operations are read with the options that are not changed. */
class PollPacerTest {
    private static final WatchOptions AFTER_CANCEL = WatchOptions.defaults().withAfterCancel(true);
    private static final double SLOT = PollSchedule.SLOT / 1e9;

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private final OperationWatcher watcher =
            new OperationWatcher(reads, time, new Random(1), Runnable::run, WatchOptions.defaults());
    private int named;

    /** Answers each get at once, with the end from {@code ends} on; returns the seconds at which gets were made. */
    private List<Double> readsUntilEnd(double ends, WatchOptions options, String kind) {
        OperationName name = Reads.name("l" + named++, "o"); // of a parent of its own
        long began = time.nanoTime();
        Instant created = time.now();
        CompletableFuture<WatchOutcome> watch = watcher.watch(name, options);
        List<Double> seconds = new ArrayList<>();
        while (!watch.isDone()) {
            time.advance(Duration.ofMillis(5));
            double elapsed = (time.nanoTime() - began) / 1e9;
            List.copyOf(reads.waits).forEach(wait -> wait.response().completeExceptionally(new AssertionError()));
            for (Reads.Request<Operation> get : List.copyOf(reads.gets)) {
                seconds.add((get.at() - began) / 1e9);
                reads.gets.remove(get);
                get.response().complete(operation(name, kind, created, elapsed >= ends ? time.now() : null));
            }
        }
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        return seconds;
    }

    private static Operation operation(OperationName name, String kind, Instant created, Instant ended) {
        String metadata = "{\"@type\":\"type.googleapis.com/" + kind + "\",\"createTime\":\"" + created + "\""
                + (ended == null ? "}" : ",\"endTime\":\"" + ended + "\"}");
        String end = ended == null ? "}" : ",\"done\":true,\"response\":{}}";
        return Operation.read(name, JsonObject.parse("{\"metadata\":" + metadata + end));
    }

    private static void assertGaps(List<Double> seconds, double share) {
        for (int i = 1; i < seconds.size(); i++) {
            double before = seconds.get(i - 1);
            assertThat(seconds.get(i)).isLessThanOrEqualTo(before * (1 + share) + 0.04 + SLOT);
        }
    }

    @Test
    void aLoneOperationIsReadWheneverATenthOfItsTimeHasPassed() {
        List<Double> seconds = readsUntilEnd(10, AFTER_CANCEL, "a");
        assertThat(seconds.get(0)).isBetween(0.0, 0.04);
        assertGaps(seconds, 0.1);
        assertThat(seconds).hasSizeBetween(30, 40);
    }

    @Test
    void aPlainWatchReadsAtOnce() {
        assertThat(readsUntilEnd(1, WatchOptions.defaults(), "a").get(0)).isZero();
    }

    @Test
    void operationsOfManyParentsAreReadMoreRarely() {
        for (int i = 0; i < 100; i++) {
            watcher.watch(Reads.name("many" + i, "o"), AFTER_CANCEL);
        }
        int sent = 0;
        for (int i = 0; i < 2000; i++) {
            time.advance(Duration.ofMillis(5));
            for (Reads.Request<Operation> get : List.copyOf(reads.gets)) {
                sent++;
                reads.gets.remove(get);
                get.response().complete(Reads.running(Reads.name("many", "o")));
            }
        }
        assertThat(sent / 100).isBetween(6, 14);
    }

    @Test
    void afterSomeCancelsTheNextIsReadWhenItsEndIsLikely() {
        for (int i = 0; i < 8; i++) {
            readsUntilEnd(4, AFTER_CANCEL, "slow");
        }
        List<Double> seconds = readsUntilEnd(4, AFTER_CANCEL, "slow");
        assertThat(seconds).hasSizeLessThan(14); // 24 if nothing is known
        assertThat(seconds.get(seconds.size() - 1)).isBetween(4.0, 4.5);
    }

    @Test
    void ofAnotherKindNothingIsKnownOnceItIsRead() {
        for (int i = 0; i < 8; i++) {
            readsUntilEnd(10, AFTER_CANCEL, "slow");
        }
        List<Double> seconds = readsUntilEnd(3, AFTER_CANCEL, "fast");
        assertGaps(seconds.subList(1, seconds.size()), 0.1);
    }

    @Test
    void thatAKindRunsLongIsLearnedFromTheTimesThatTheServiceReports() {
        for (int i = 0; i < 8; i++) {
            readsUntilEnd(30, WatchOptions.defaults(), "build");
        }
        List<Double> seconds = readsUntilEnd(30, WatchOptions.defaults(), "build");
        assertThat(seconds).hasSizeLessThan(30); // 46 if nothing is known
        assertThat(seconds.get(seconds.size() - 1)).isBetween(30.0, 33.1);
    }

    @Test
    void aScheduleOfTheApplicationIsKept() {
        WatchOptions exact = WatchOptions.defaults().withPollBackoff(Backoff.constant(Duration.ofMillis(500)));
        for (int i = 0; i < 8; i++) {
            readsUntilEnd(4, exact, "slow");
        }
        assertThat(readsUntilEnd(4, exact, "slow")).hasSize(9);
    }

    /** Services may say anything of their times; that an operation has ended is true without them. */
    @ParameterizedTest
    @CsvSource({
        "9999-12-31T23:59:59Z, 0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z, 9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "soon, never",
    })
    void impossibleTimesHideNoEnd(String created, String ended) {
        CompletableFuture<WatchOutcome> watch = watcher.watch(Reads.name("l", "odd"));
        String metadata = "{\"metadata\":{\"createTime\":\"" + created + "\",\"endTime\":\"" + ended + "\"}";
        time.advance(Duration.ZERO);
        OperationName name = Reads.name("l", "odd");
        reads.gets.get(0).response().complete(Operation.read(name, JsonObject.parse(metadata + "}")));
        time.advance(Duration.ofMillis(500));
        reads.gets.get(1).response().complete(Operation.read(name, JsonObject.parse(metadata + ",\"done\":true}")));
        assertThat(watch).isDone();
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }
}
