// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VirtualTimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Nested
    class Manual {

        private final VirtualTime time = VirtualTime.manual();
        private final List<String> ran = new ArrayList<>();

        @Test
        void startsAtTheNewYearAndStandsStill() {
            assertThat(time.now()).isEqualTo(START).isEqualTo(time.now());
            assertThat(time.nanoTime()).isZero();
        }

        @Test
        void movesBothClocksTogether() {
            time.advance(Duration.ofMillis(1500));

            assertThat(time.now()).isEqualTo(START.plusMillis(1500));
            assertThat(time.nanoTime()).isEqualTo(1_500_000_000L);
        }

        @Test
        void runsWhatIsDueInOrderAtItsOwnMomentOnTheCallingThread() {
            time.schedule(seconds(3), () -> ran.add("third at " + time.nanoTime() / 1_000_000_000));
            time.schedule(
                    seconds(1),
                    () -> ran.add("first on " + Thread.currentThread().getName()));
            time.schedule(seconds(3), () -> ran.add("fourth, scheduled later"));
            time.schedule(seconds(2), () -> time.schedule(Duration.ZERO, () -> ran.add("second, by a task")));
            time.schedule(seconds(9), () -> ran.add("not yet"));

            time.advance(seconds(8));

            String here = Thread.currentThread().getName();
            assertThat(ran)
                    .containsExactly("first on " + here, "second, by a task", "third at 3", "fourth, scheduled later");
            assertThat(time.pending()).isEqualTo(1);
        }

        @Test
        void neverRunsACancelledTask() {
            Scheduled task = time.schedule(seconds(1), () -> ran.add("cancelled"));
            task.cancel();
            task.cancel();

            time.advance(seconds(2));

            assertThat(ran).isEmpty();
            assertThat(time.pending()).isZero();
        }

        @Test
        void letsATaskThatThrowsHarmNoOther() throws InterruptedException {
            CompletableFuture<Throwable> reported = new CompletableFuture<>();
            time.schedule(seconds(1), () -> {
                throw new IllegalStateException("bad task");
            });
            time.schedule(seconds(2), () -> ran.add("next"));
            Thread mover = new Thread(() -> time.advance(seconds(3)));
            mover.setUncaughtExceptionHandler((thread, thrown) -> reported.complete(thrown));
            mover.start();
            mover.join();

            assertThat(reported.join()).hasMessage("bad task");
            assertThat(ran).containsExactly("next");
        }

        @Test
        void parksASleeperUntilItsMoment() throws Exception {
            CompletableFuture<Instant> woken = sleeping(time, seconds(10));
            time.awaitPending(1);

            time.advance(seconds(9));
            assertThat(woken).isNotDone();
            time.advance(seconds(1));

            assertThat(woken.get(5, SECONDS)).isEqualTo(START.plusSeconds(10));
        }

        @Test
        void movesAtOnceWhenATaskItselfSleeps() {
            time.schedule(seconds(1), () -> {
                sleepIn(time, seconds(5));
                ran.add("slept till " + time.now());
            });

            time.advance(seconds(1));

            assertThat(ran).containsExactly("slept till 2026-01-01T00:00:06Z");
        }

        @Test
        void doesNotSleepForNothingNorAfterAnInterrupt() throws InterruptedException {
            time.sleep(Duration.ZERO);
            time.sleep(seconds(-1));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> time.sleep(Duration.ZERO))
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("interrupted before sleeping PT0S");
        }

        @Test
        void takesAnyLengthOfTime() {
            time.schedule(FOR_EVER, () -> ran.add("the end"));
            time.advance(seconds(1));
            assertThat(ran).isEmpty();

            time.advance(FOR_EVER);

            assertThat(ran).containsExactly("the end");
            assertThat(time.nanoTime()).isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void endsSleepsAndForgetsTasksWhenClosed() throws InterruptedException {
            CompletableFuture<Instant> sleeper = sleeping(time, seconds(10));
            time.awaitPending(1);
            time.close();
            time.schedule(Duration.ZERO, () -> ran.add("too late"));
            time.advance(seconds(1));

            assertThatThrownBy(() -> sleeper.get(5, SECONDS))
                    .hasRootCauseMessage("the virtual clock was closed during a sleep of PT10S");
            assertThat(ran).isEmpty();
        }
    }

    @Nested
    class AutoAdvancing {

        private final VirtualTime time = VirtualTime.autoAdvancing();
        private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

        @AfterEach
        void close() {
            time.close();
        }

        @Test
        void sleepsADayAtOnce() throws InterruptedException {
            time.sleep(Duration.ofDays(1));

            assertThat(time.now()).isEqualTo(START.plusSeconds(86_400));
        }

        @Test
        void jumpsFromTaskToTaskInOrderOnOneDaemonThread() throws InterruptedException {
            time.schedule(Duration.ZERO, () -> {
                time.schedule(seconds(7), () -> ran.add("7 at " + time.now()));
                time.schedule(seconds(5), () -> ran.add("5 at " + time.now()));
                ran.add(Thread.currentThread().getName() + " "
                        + Thread.currentThread().isDaemon());
            });

            assertThat(ran.poll(5, SECONDS)).isEqualTo("virtual-time true");
            assertThat(ran.poll(5, SECONDS)).isEqualTo("5 at 2026-01-01T00:00:05Z");
            assertThat(ran.poll(5, SECONDS)).isEqualTo("7 at 2026-01-01T00:00:07Z");
        }

        @Test
        void letsATaskSleep() throws InterruptedException {
            time.schedule(seconds(1), () -> {
                sleepIn(time, seconds(2));
                ran.add(time.now().toString());
            });

            assertThat(ran.poll(5, SECONDS)).isEqualTo("2026-01-01T00:00:03Z");
        }
    }

    @Nested
    class WithPatience {

        private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

        @Test
        void doesNotJumpToAGuardWhileThereMayBeWork() {
            try (VirtualTime time = VirtualTime.autoAdvancing(Duration.ofHours(1))) {
                time.schedule(seconds(60), () -> ran.add("guard"));
                time.schedule(seconds(2), () -> ran.add("poll at " + time.now()));
                time.advance(seconds(2)); // what is asked for needs no patience

                assertThat(ran).containsExactly("poll at 2026-01-01T00:00:02Z");
            }
        }

        @Test
        void endsItsThreadWhenItIsClosed() throws InterruptedException {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            VirtualTime time = VirtualTime.autoAdvancing(Duration.ofHours(1));
            time.schedule(seconds(60), () -> ran.add("guard"));
            Thread own = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("virtual-time") && !before.contains(thread))
                    .findFirst()
                    .orElseThrow();
            time.close();

            own.join(5000);
            assertThat(own.isAlive()).isFalse();
            assertThat(ran).isEmpty();
        }

        @Test
        void jumpsOnceTheClockWasLeftAlone() throws InterruptedException {
            try (VirtualTime time = VirtualTime.autoAdvancing(Duration.ofMillis(1))) {
                time.schedule(seconds(60), () -> ran.add("guard at " + time.now()));

                assertThat(ran.poll(5, SECONDS)).isEqualTo("guard at 2026-01-01T00:01:00Z");
            }
        }
    }

    private static CompletableFuture<Instant> sleeping(VirtualTime time, Duration duration) {
        CompletableFuture<Instant> woken = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                time.sleep(duration);
                woken.complete(time.now());
            } catch (InterruptedException e) {
                woken.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return woken;
    }

    private static void sleepIn(VirtualTime time, Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
