// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.UnreachableException;
import dev.longrun.observe.Observers;
import dev.longrun.service.OperationName;
import dev.longrun.time.HandTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Batches whose feeder, callbacks and clock move by hand, and whose cancels end when a test says so. */
final class BatchByHand {
    final QueuedTasks feeding = new QueuedTasks();
    final QueuedTasks callbacks = new QueuedTasks();
    final HandTime time = new HandTime();

    /** The cancels that have begun. */
    final Map<OperationName, CompletableFuture<CancelOutcome>> cancels = new LinkedHashMap<>();

    final Map<OperationName, GuardedLog.Tracker> trackers = new LinkedHashMap<>();

    static OperationName name(int number) {
        return OperationName.of(Snapshots.FILE, "projects/p/locations/l/operations/" + number);
    }

    static Iterator<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(BatchByHand::name).iterator();
    }

    CancelBatch batch(Iterator<OperationName> names, BatchOptions options) {
        return new CancelBatch(this::begin, time, names, options, callbacks, feeding, Observers.none(time));
    }

    private CompletableFuture<CancelOutcome> begin(OperationName name, GuardedLog.Tracker tracker) {
        CompletableFuture<CancelOutcome> cancel = new CompletableFuture<>();
        cancels.put(name, cancel);
        trackers.put(name, tracker);
        return cancel;
    }

    void end(int number) {
        cancels.get(name(number)).completeExceptionally(new UnreachableException("no connection"));
    }

    /** Runs the feeder and the callbacks until they wait for something else. */
    void runAll() {
        while (feeding.waiting() + callbacks.waiting() > 0) {
            feeding.runAll();
            callbacks.runAll();
        }
    }
}
