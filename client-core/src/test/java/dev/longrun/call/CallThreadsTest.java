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

class CallThreadsTest {
    private final CallThreads one = new CallThreads(1);
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
        one.execute(CallClass.LIST, waiting(busy));
        for (String name : List.of("list", "list again")) {
            one.execute(CallClass.LIST, () -> order.add(name));
        }
        one.execute(CallClass.READ, () -> order.add("get"));
        one.execute(CallClass.CHANGE, () -> order.add("cancel"));
        one.execute(CallClass.LIST, () -> last.complete("done"));
        busy.countDown();
        last.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("cancel", "get", "list", "list again");
    }

    @Test
    void sayWhoHasToWait() throws Exception {
        var last = new CompletableFuture<String>();
        assertThat(one.execute(CallClass.LIST, waiting(busy))).isTrue();
        assertThat(one.execute(CallClass.CHANGE, () -> last.complete("done"))).isFalse();
        busy.countDown();
        assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void areDaemonsWithNames() throws Exception {
        var thread = new CompletableFuture<Thread>();
        one.execute(CallClass.READ, () -> thread.complete(Thread.currentThread()));
        assertThat(thread.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
        assertThat(thread.get().getName()).isEqualTo("longrun-call-1");
    }

    @Test
    void areNoMoreThanWasSaid() throws Exception {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            one.execute(CallClass.READ, () -> {
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
        one.execute(CallClass.READ, waiting(busy));
        one.execute(CallClass.READ, () -> waited.complete(true));
        one.close();
        assertThatThrownBy(() -> one.execute(CallClass.READ, () -> {})).isInstanceOf(RejectedExecutionException.class);
        busy.countDown();
        assertThat(waited.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
