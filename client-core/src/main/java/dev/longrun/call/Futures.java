// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.error.NoResponseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for a future as its blocking sibling would: the same exceptions, and at once done when interrupted. */
public final class Futures {
    private Futures() {}

    /**
     * The future's value.
     *
     * @param what is waited for, as the message of an interrupt says it
     * @throws NoResponseException when this thread is interrupted; the future is cancelled, the thread stays
     *     interrupted and nothing is taken back on the server
     */
    public static <T> T on(CompletableFuture<T> future, String what) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new NoResponseException(
                    "interrupted while waiting for " + what + "; what was sent by then stands", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
