// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * At most eight daemon threads that wait for token servers, so that a caller can stop waiting. A thread ends after a
 * second without a fetch.
 */
final class TokenFetchExecutor {
    private static final int SIZE = 8;

    static final Executor EXECUTOR = executor();

    private TokenFetchExecutor() {}

    private static Executor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                SIZE, SIZE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), TokenFetchExecutor::daemon);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static <T> void run(Callable<T> task, CompletableFuture<T> result) {
        EXECUTOR.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "longrun-auth");
        thread.setDaemon(true);
        return thread;
    }
}
