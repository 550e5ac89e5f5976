// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void runsOneTaskAtATimeInOrderOnTheOtherExecutor() {
        Queue<Runnable> threads = new ArrayDeque<>();
        var serial = new SerialExecutor(threads::add);
        serial.execute(() -> ran.add(1));
        serial.execute(() -> ran.add(2));
        assertThat(ran).isEmpty();
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(ran).containsExactly(1, 2);
        serial.execute(() -> ran.add(3));
        threads.remove().run();
        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void aTaskThatMayRunHereNeedsNoOtherThread() {
        Queue<Runnable> threads = new ArrayDeque<>();
        var serial = new SerialExecutor(threads::add);
        serial.executeHere(() -> ran.add(1));
        assertThat(ran).containsExactly(1);
        assertThat(threads).isEmpty();
    }

    @Test
    void whatComesDuringATaskThatRunsHereIsLeftToTheOtherExecutor() {
        Queue<Runnable> threads = new ArrayDeque<>();
        var serial = new SerialExecutor(threads::add);
        serial.executeHere(() -> {
            serial.executeHere(() -> ran.add(2));
            serial.execute(() -> ran.add(3));
            ran.add(1);
        });
        assertThat(ran).containsExactly(1);
        serial.executeHere(() -> ran.add(4));
        assertThat(ran).containsExactly(1);
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(ran).containsExactly(1, 2, 3, 4);
        assertThat(threads).isEmpty();
    }

    @Test
    void aTaskThatSubmitsAnotherEndsBeforeThatBegins() {
        var serial = new SerialExecutor(Runnable::run);
        serial.execute(() -> {
            serial.execute(() -> ran.add(2));
            ran.add(1);
        });
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void aTaskThatThrowsStopsNoOther() {
        var serial = new SerialExecutor(Runnable::run);
        serial.execute(() -> {
            throw new AssertionError("mine");
        });
        serial.execute(() -> ran.add(1));
        assertThat(ran).containsExactly(1);
    }

    @Test
    void tasksOfManyThreadsNeverOverlap() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        var serial = new SerialExecutor(threads);
        var done = new CountDownLatch(4000);
        int[] counter = new int[1];
        for (int i = 0; i < 4; i++) {
            threads.execute(() -> {
                for (int j = 0; j < 500; j++) {
                    Runnable task = () -> {
                        counter[0]++;
                        done.countDown();
                    };
                    serial.execute(task);
                    serial.executeHere(task);
                }
            });
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(counter[0]).isEqualTo(4000);
    }

    @Test
    void whatAnExecutorRejectsRunsHere() {
        Executor closed = task -> {
            throw new RejectedExecutionException("closed");
        };
        SerialExecutor.orHere(closed).execute(() -> ran.add(1));
        assertThat(ran).containsExactly(1);
    }
}
