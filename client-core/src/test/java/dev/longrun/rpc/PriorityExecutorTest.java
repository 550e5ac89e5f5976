// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.rpc.CallRequest.Priority;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriorityExecutorTest {
    private final PriorityExecutor one = PriorityExecutor.ofThreads("longrun-call", 1);
    private final CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void close() {
        one.close();
    }

    private static Runnable waiting(CountDownLatch latch) {
        return () -> {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void theMostUrgentKindGoesFirstAndWithinAKindTheOldest() throws Exception {
        var order = new ConcurrentLinkedQueue<String>();
        var last = new CompletableFuture<String>();
        var begun = new CompletableFuture<String>();
        one.submit(Priority.LIST, () -> {
            begun.complete("begun");
            waiting(busy).run();
        });
        begun.get(10, TimeUnit.SECONDS);
        for (String name : List.of("list", "list again")) {
            one.submit(Priority.LIST, () -> order.add(name));
        }
        one.submit(Priority.READ, () -> order.add("get"));
        one.submit(Priority.CHANGE, () -> order.add("cancel"));
        one.submit(Priority.LIST, () -> last.complete("done"));
        busy.countDown();
        last.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("cancel", "get", "list", "list again");
    }

    @Test
    void sayWhichTaskHasToWait() throws Exception {
        var last = new CompletableFuture<String>();
        assertThat(one.submit(Priority.LIST, waiting(busy)).queued()).isFalse();
        assertThat(one.submit(Priority.CHANGE, () -> last.complete("done")).queued())
                .isTrue();
        busy.countDown();
        assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    /** A limit of the system on threads or processes. */
    private static Executor starting(int threads) {
        AtomicInteger left = new AtomicInteger(threads);
        return worker -> {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            Thread thread = new Thread(worker);
            thread.setDaemon(true);
            thread.start();
        };
    }

    @Test
    void runAllTasksThoughTheSystemHasFewerThreadsThanWanted() throws Exception {
        PriorityExecutor few = PriorityExecutor.ofThreads(64, starting(2));
        var done = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            few.submit(Priority.CHANGE, done::countDown);
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leaveSomeThreadsToOthersOnceTheSystemHasRefusedOne() throws Exception {
        PriorityExecutor few = PriorityExecutor.ofThreads(64, starting(6));
        var busy = new CountDownLatch(1);
        var later = new CountDownLatch(1);
        for (int i = 0; i < 6; i++) {
            few.submit(Priority.CHANGE, waiting(busy));
        }
        for (int i = 0; i < 20; i++) {
            few.submit(Priority.CHANGE, waiting(later));
        }
        busy.countDown();
        while (few.running() > 2) {
            if (Thread.interrupted()) {
                throw new AssertionError(few.running() + " threads");
            }
            Thread.yield();
        }
        assertThat(few.waiting()).isGreaterThanOrEqualTo(18);
        later.countDown();
        while (few.waiting() > 0) {
            Thread.yield();
        }
    }

    @Test
    void rejectATaskOnlyIfTheSystemHasNoThreadAtAll() {
        PriorityExecutor none = PriorityExecutor.ofThreads(64, starting(0));
        assertThatThrownBy(() -> none.submit(Priority.CHANGE, () -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("unable to create native thread");
        assertThat(none.waiting()).isZero();
    }

    @Test
    void aCallbackRunsWhereItIsBroughtIfTheSystemHasNoThreadForIt() {
        ClientThreads threads = ClientThreads.of(one, PriorityExecutor.ofThreads(4, starting(0)));
        var ran = new CompletableFuture<Thread>();
        threads.callbacks().execute(() -> ran.complete(Thread.currentThread()));
        assertThat(ran).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    void areDaemonsWithNames() throws Exception {
        var thread = new CompletableFuture<Thread>();
        one.submit(Priority.READ, () -> thread.complete(Thread.currentThread()));
        assertThat(thread.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
        assertThat(thread.get().getName()).isEqualTo("longrun-call-1");
    }

    @Test
    void areNoMoreThanWasSaid() throws Exception {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            one.submit(Priority.READ, () -> {
                threads.add(Thread.currentThread());
                done.countDown();
            });
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).hasSize(1);
    }

    @Test
    void threadsEndOnceClosedAndIdle() throws Exception {
        var thread = new CompletableFuture<Thread>();
        one.submit(Priority.READ, () -> thread.complete(Thread.currentThread()));
        one.close();
        thread.get(10, TimeUnit.SECONDS).join(10_000);
        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void tasksQueuedBeforeCloseOrSubmittedAfterItStillRun() throws Exception {
        var queued = new CompletableFuture<Boolean>();
        var late = new CompletableFuture<Boolean>();
        one.submit(Priority.READ, waiting(busy));
        one.submit(Priority.READ, () -> queued.complete(true));
        one.close();
        busy.countDown();
        assertThat(queued.get(10, TimeUnit.SECONDS)).isTrue();
        one.submit(Priority.READ, () -> late.complete(true));
        assertThat(late.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRemovedTaskNeverRuns() throws Exception {
        var ran = new ConcurrentLinkedQueue<String>();
        var last = new CompletableFuture<Boolean>();
        one.submit(Priority.READ, waiting(busy));
        PriorityExecutor.Task removed = one.submit(Priority.READ, () -> ran.add("removed"));
        one.submit(Priority.READ, () -> last.complete(true));
        one.remove(removed);
        assertThat(one.waiting()).isLessThanOrEqualTo(2);
        busy.countDown();
        last.get(10, TimeUnit.SECONDS);
        assertThat(ran).isEmpty();
    }

    @Test
    void aTaskThatThrowsDoesNotHarmTheNext() throws Exception {
        var reported = new CompletableFuture<Throwable>();
        var last = new CompletableFuture<Boolean>();
        one.submit(Priority.READ, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.complete(thrown));
            throw new IllegalStateException("mine");
        });
        one.submit(Priority.READ, () -> last.complete(true));
        assertThat(last.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reported.get(10, TimeUnit.SECONDS)).hasMessage("mine");
    }

    @Test
    void anIdleThreadIsReusedBeforeAnotherIsStarted() throws Exception {
        PriorityExecutor many = PriorityExecutor.ofThreads("longrun-reuse", 8);
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        for (int i = 0; i < 20; i++) {
            var done = new CompletableFuture<Boolean>();
            many.submit(Priority.READ, () -> {
                threads.add(Thread.currentThread());
                done.complete(true);
            });
            done.get(10, TimeUnit.SECONDS);
            awaitIdle(many);
        }
        many.close();
        assertThat(threads).hasSize(1);
    }

    private static void awaitIdle(PriorityExecutor executor) throws InterruptedException {
        while (executor.idle() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aRejectedTaskIsNotKept() {
        PriorityExecutor rejecting = PriorityExecutor.on(
                task -> {
                    throw new IllegalStateException("full");
                },
                4);
        assertThatThrownBy(() -> rejecting.submit(Priority.READ, () -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("full");
        assertThat(rejecting.waiting()).isZero();
    }

    @Test
    void anExecutorOfTheApplicationRunsNoMoreThanTheSizeAtOnce() throws Exception {
        var workers = new ConcurrentLinkedQueue<Runnable>();
        var ran = new ConcurrentLinkedQueue<Integer>();
        PriorityExecutor two = PriorityExecutor.on(workers::add, 2);
        for (int i = 0; i < 5; i++) {
            int number = i;
            two.submit(Priority.READ, () -> ran.add(number));
        }
        assertThat(workers).hasSize(2);
        workers.remove().run();
        workers.remove().run();
        assertThat(ran).containsExactly(0, 1, 2, 3, 4);
        assertThat(two.waiting()).isZero();
    }
}
