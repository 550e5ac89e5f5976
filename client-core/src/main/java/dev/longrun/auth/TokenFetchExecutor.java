// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Daemon threads that wait for token servers, so that callers need not; there are none while no token is fetched. */
final class TokenFetchExecutor {
    static final Executor EXECUTOR = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TokenFetchExecutor::daemon);

    private TokenFetchExecutor() {}

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
