// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.TimeSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps a clock from jumping to far deadlines. */
@Timeout(20)
class WorkCountTest {
    private static final Duration FAR = Duration.ofMinutes(1);
    private static final String PATH = "/v3/projects/p/locations/l/operations/o";

    private final VirtualTime time = VirtualTime.manual();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
        time.close();
    }

    @Test
    void aFarJumpNeedsTenTimesTheQuietUnderWork() {
        VirtualScheduler timeline = new VirtualScheduler();
        timeline.add(Duration.ofSeconds(30), () -> {});
        assertThat(timeline.quietBeforeJump(Duration.ZERO)).isEqualTo(100_000_000);

        timeline.work().taskBegan();
        assertThat(timeline.quietBeforeJump(Duration.ZERO)).isEqualTo(1_000_000_000);
        assertThat(timeline.quietBeforeJump(Duration.ofSeconds(2))).isEqualTo(2_000_000_000);

        timeline.add(Duration.ofSeconds(29), () -> {});
        assertThat(timeline.quietBeforeJump(Duration.ZERO)).isZero();
    }

    @Test
    void aPatientClockMakesNoNearJumpUnderWorkEither() {
        VirtualScheduler timeline = new VirtualScheduler();
        timeline.add(Duration.ofSeconds(1), () -> {});
        assertThat(timeline.quietBeforeJump(Duration.ofMillis(1))).isEqualTo(1_000_000);

        timeline.work().requestBegan();
        assertThat(timeline.quietBeforeJump(Duration.ofMillis(1))).isEqualTo(1_000_000_000);
    }

    @Test
    void aTaskCountsFromItsSubmissionToItsEnd() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        assertThat(time.work().any()).isFalse();
        time.executor().execute(() -> {
            started.countDown();
            join(over);
        });
        assertThat(time.work().any()).isTrue();
        started.await();
        assertThat(time.work().any()).isTrue();

        over.countDown();
        awaitNoWork();
    }

    @Test
    void aTaskThatThrowsHasEndedToo() {
        time.executor().execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("bad task");
        });
        awaitNoWork();
    }

    @Test
    void aTaskThatSleepsOnTheClockDoesNotCountUntilItIsWoken() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        time.executor().execute(() -> {
            sleep(FAR);
            woken.countDown();
            join(over);
        });
        time.awaitPending(1);
        assertThat(time.work().any()).isFalse();

        time.advance(FAR);
        assertThat(time.work().any()).isTrue(); // also before its thread runs again
        assertThat(woken.await(10, SECONDS)).isTrue();
        assertThat(time.work().any()).isTrue();
    }

    @Test
    void aRequestCountsWhileTheServerAnswersIt() throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0)) {
            CompletableFuture<Boolean> seen = new CompletableFuture<>();
            server.onRequest(request -> seen.complete(time.work().any()));
            new Curl(server).get(PATH);

            assertThat(seen).isCompletedWithValue(true);
            awaitNoWork();
        }
    }

    @Test
    void aRequestThatTheServerHoldsDoesNotCountAndNeitherDoesItsTask() throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start(time, Services.ALL, 0)) {
            server.operation("projects/p/locations/l/operations/o").completesAfter(FAR);
            CompletableFuture<HttpResponse<String>> response = new CompletableFuture<>();
            time.executor().execute(() -> {
                response.complete(held(server));
                join(over);
            });
            time.awaitPending(1);
            awaitNoWork();

            time.advance(FAR);
            assertThat(time.work().any()).isTrue(); // also before its thread runs again
            assertThat(response.get(10, SECONDS).body()).contains("\"done\":true");
            assertThat(time.work().any()).isTrue(); // the task
        }
    }

    @Test
    void aPauseEndsOnce() {
        WorkCount work = new WorkCount();
        work.requestBegan();
        work.requestBegan();
        WorkCount.Pause pause = work.pauseRequest();
        work.pauseRequest();
        assertThat(work.any()).isFalse();
        pause.end();
        assertThat(work.any()).isTrue();
        pause.end();
        work.requestEnded();
        assertThat(work.any()).isFalse();
    }

    @Test
    void aClockOfAnotherKindCountsNothing() {
        WorkCount.of(TimeSource.system()).requestBegan();
        assertThat(WorkCount.of(TimeSource.system()).any()).isFalse();
        assertThat(WorkCount.of(time)).isSameAs(time.work());
    }

    private void awaitNoWork() {
        while (time.work().any()) {
            Thread.onSpinWait();
        }
    }

    private static HttpResponse<String> held(FakeOperationsServer server) {
        try {
            return new Curl(server).post(PATH + ":wait", "{\"timeout\":\"600s\"}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void sleep(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
