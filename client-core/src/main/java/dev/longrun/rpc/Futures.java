// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Waits for a future as a blocking call does. */
public final class Futures {
    private Futures() {}

    /**
     * The future's value. The stack trace of an exception has the frames where it was created, then those of this
     * thread.
     *
     * @param what is waited for, as the message after an interrupt says it
     * @throws dev.longrun.error.NoResponseException if this thread is interrupted; the future is cancelled, the thread
     *     stays interrupted and nothing is taken back on the server
     */
    public static <T> T on(CompletableFuture<T> future, String what) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw ErrorMapper.interruptedWait(what, interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw withCaller(unchecked);
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static RuntimeException withCaller(RuntimeException thrown) {
        StackTraceElement[] caller = new Throwable().getStackTrace();
        Stream<StackTraceElement> here = Arrays.stream(caller).skip(1);
        thrown.setStackTrace(
                Stream.concat(Arrays.stream(thrown.getStackTrace()), here).toArray(StackTraceElement[]::new));
        return thrown;
    }
}
