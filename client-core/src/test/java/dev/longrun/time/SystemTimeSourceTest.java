// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SystemTimeSourceTest {

    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

    private final SystemTimeSource time = new SystemTimeSource();

    @Test
    void isOneForTheWholeMachine() {
        assertThat(TimeSource.system()).isSameAs(TimeSource.system()).isInstanceOf(SystemTimeSource.class);
    }

    @Test
    void readsTheClocksOfTheMachine() {
        Instant before = Instant.now();
        long nanos = System.nanoTime();

        assertThat(time.now()).isBetween(before, Instant.now());
        assertThat(time.nanoTime() - nanos).isNotNegative();
    }

    @Nested
    class Sleep {

        @Test
        void returnsAtOnceWhenThereIsNothingToSleep() throws InterruptedException {
            time.sleep(Duration.ZERO);
            time.sleep(Duration.ofSeconds(-1));
            time.sleep(Duration.ofNanos(1));
        }

        @Test
        void endsWithTheInterruptEvenWhenThereIsNothingToSleep() {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> time.sleep(Duration.ZERO))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("interrupted before sleeping PT0S");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        @Test
        void ofAnyLengthCanBeInterrupted() throws Exception {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            Thread sleeper = new Thread(() -> {
                try {
                    time.sleep(FOR_EVER);
                    ended.completeExceptionally(new AssertionError("it ended by itself"));
                } catch (InterruptedException e) {
                    ended.complete(null);
                }
            });
            sleeper.start();
            sleeper.interrupt();

            ended.get(5, SECONDS);
        }
    }

    @Nested
    class Schedule {

        @Test
        void runsTasksOnOneDaemonThread() throws Exception {
            Thread first = threadOfTask();
            Thread second = threadOfTask();

            assertThat(first).isSameAs(second);
            assertThat(first.getName()).isEqualTo("longrun-timer");
            assertThat(first.isDaemon()).isTrue();
        }

        @Test
        void treatsANegativeDelayAsNone() throws Exception {
            CountDownLatch ran = new CountDownLatch(1);

            time.schedule(Duration.ofSeconds(-1), ran::countDown);

            assertThat(ran.await(5, SECONDS)).isTrue();
        }

        @Test
        void forgetsACancelledTaskAtOnce() {
            TimeSource.Scheduled soon = time.schedule(Duration.ofHours(1), () -> {});
            TimeSource.Scheduled never = time.schedule(FOR_EVER, () -> {});
            assertThat(time.pending()).isEqualTo(2);

            soon.cancel();
            never.cancel();
            never.cancel();

            assertThat(time.pending()).isZero();
        }

        @Test
        void goesOnAfterATaskThatThrows() throws Exception {
            Thread timer = threadOfTask();
            CompletableFuture<Throwable> reported = new CompletableFuture<>();
            timer.setUncaughtExceptionHandler((thread, thrown) -> reported.complete(thrown));

            time.schedule(Duration.ZERO, () -> {
                throw new IllegalStateException("a task's own fault");
            });

            assertThat(reported.get(5, SECONDS)).hasMessage("a task's own fault");
            assertThat(threadOfTask()).isSameAs(timer);
        }

        @Test
        void refusesATaskWhereTheSystemHasNoThreadForIt() {
            SystemTimeSource threadless = new SystemTimeSource(work -> {
                throw new OutOfMemoryError("unable to create native thread");
            });

            assertThatThrownBy(() -> threadless.started().schedule(Duration.ZERO, () -> {}))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(threadless.pending()).isZero();
        }

        private Thread threadOfTask() throws Exception {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            time.schedule(Duration.ZERO, () -> thread.complete(Thread.currentThread()));
            return thread.get(5, SECONDS);
        }
    }
}
