// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriorityExecutorTest {
    private final PriorityExecutor one = new PriorityExecutor(1);
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
        one.execute(RequestPriority.LIST, waiting(busy));
        for (String name : List.of("list", "list again")) {
            one.execute(RequestPriority.LIST, () -> order.add(name));
        }
        one.execute(RequestPriority.READ, () -> order.add("get"));
        one.execute(RequestPriority.CHANGE, () -> order.add("cancel"));
        one.execute(RequestPriority.LIST, () -> last.complete("done"));
        busy.countDown();
        last.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("cancel", "get", "list", "list again");
    }

    @Test
    void sayWhoHasToWait() throws Exception {
        var last = new CompletableFuture<String>();
        assertThat(one.execute(RequestPriority.LIST, waiting(busy))).isTrue();
        assertThat(one.execute(RequestPriority.CHANGE, () -> last.complete("done")))
                .isFalse();
        busy.countDown();
        assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void areDaemonsWithNames() throws Exception {
        var thread = new CompletableFuture<Thread>();
        one.execute(RequestPriority.READ, () -> thread.complete(Thread.currentThread()));
        assertThat(thread.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
        assertThat(thread.get().getName()).isEqualTo("longrun-call-1");
    }

    @Test
    void areNoMoreThanWasSaid() throws Exception {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            one.execute(RequestPriority.READ, () -> {
                threads.add(Thread.currentThread());
                done.countDown();
            });
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).hasSize(1);
    }

    @Test
    void takeNothingOnceClosedButFinishWhatWaits() throws Exception {
        var waited = new CompletableFuture<Boolean>();
        one.execute(RequestPriority.READ, waiting(busy));
        one.execute(RequestPriority.READ, () -> waited.complete(true));
        one.close();
        assertThatThrownBy(() -> one.execute(RequestPriority.READ, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        busy.countDown();
        assertThat(waited.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
