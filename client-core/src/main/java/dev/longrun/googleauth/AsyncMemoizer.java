// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Fetches a value on the first call and keeps it; concurrent calls share one fetch. A failure is not kept. */
final class AsyncMemoizer<T> {
    private final Callable<T> fetch;
    private final AtomicReference<CompletableFuture<T>> value =
            new AtomicReference<>(CompletableFuture.failedFuture(new Unset()));

    AsyncMemoizer(Callable<T> fetch) {
        this.fetch = fetch;
    }

    CompletableFuture<T> get() {
        CompletableFuture<T> known = value.get();
        if (!known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<T> mine = new CompletableFuture<>();
        if (value.compareAndSet(known, mine)) {
            TokenFetchExecutor.run(fetch, mine);
        }
        return value.get();
    }

    private static final class Unset extends Exception {
        private static final long serialVersionUID = 1L;

        Unset() {
            super("not fetched yet", null, false, false);
        }
    }
}
