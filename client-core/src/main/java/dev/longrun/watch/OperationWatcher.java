// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.call.Waiting;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Waits for operations to be done.
 *
 * <pre>{@code
 * Operation done = client.watcher().await(name, WatchOptions.standard()).orElseThrow();
 * }</pre>
 *
 * <p>No thread is held while nothing is read. To stop waiting, by an interrupt or by cancelling the future, touches nothing
 * on the server. Thread-safe.
 */
public final class OperationWatcher {
    private final Operations operations;
    private final Time time;
    private final RandomGenerator random;

    public OperationWatcher(Operations operations, Time time, RandomGenerator random) {
        this.operations = operations;
        this.time = time;
        this.random = random;
    }

    /** Watches until {@code name} is done, cannot be read any more, or the time is over. */
    public CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        return new PollLoop(operations, time, random, name, options).start();
    }

    /** As {@link #watch}, waiting for the outcome. */
    public WatchOutcome await(OperationName name, WatchOptions options) {
        return Waiting.on(watch(name, options), name + " to be done");
    }
}
