// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.WatchState.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Reads what is watched: takes the operations that are due, chooses gets, a list or a server-side wait, and gives what
 * they saw to the watches.
 *
 * <p>All state belongs to one queue of events: a watch begins, a watch is cancelled, the timer fires, a request ends.
 * The thread that brings an event handles it if no other event is being handled, else a callback thread does; the
 * timer's thread always hands over. Handling never blocks, and runs no code of the application but
 * {@link WatchOptions#until}. Whatever the handling of an operation throws, that operation is read again and the timer
 * is armed.
 */
final class PollScheduler {
    private final PollReader reader;
    private final Watch.Shared shared;
    private final Supplier<CarriedContext> caller;
    private final SerialExecutor queue;
    private final DueQueue due;
    private final WatchRegistry watched;
    private boolean closed;

    /** @param caller gives the context of the thread that begins a watch */
    PollScheduler(
            PollRequests requests,
            TimeSource time,
            RandomGenerator random,
            Executor threads,
            Supplier<CarriedContext> caller) {
        Executor callbacks = SerialExecutor.orHere(threads);
        this.caller = caller;
        this.shared = new Watch.Shared(random, callbacks, watch -> post(() -> stopped(watch)));
        this.queue = new SerialExecutor(callbacks);
        this.due = new DueQueue(time, () -> queue.execute(event(this::tick)));
        this.watched = new WatchRegistry(due, new PollPacer(time));
        this.reader = new PollReader(requests, watched, due::now, this::post);
    }

    CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        Watch watch = new Watch(name, options, due.now(), shared, caller.get());
        post(() -> begin(watch));
        return watch;
    }

    WatcherStats stats() {
        return reader.stats(watched.size());
    }

    /** Ends every watch and cancels every request. A watch that begins later ends at once. */
    void close() {
        post(() -> {
            closed = true;
            endAll(PollScheduler::closed);
        });
    }

    private void endAll(Function<OperationName, LongrunException> cause) {
        for (WatchedOperation operation : watched.all()) {
            watched.guarded(operation, () -> {
                operation.tell(watch -> watch.close(cause.apply(operation.name()), due.now()));
                watched.settle(operation);
            });
        }
    }

    /** Without a timer no deadline would be kept, so that all watches end where the system has no thread for it. */
    private void arm() {
        try {
            due.arm();
        } catch (Throwable noTimer) { // an Error too
            endAll(name -> PollErrorClassifier.asError(noTimer));
        }
    }

    private static ConfigurationException closed(OperationName name) {
        return new ConfigurationException(name + ": the client was closed while it was watched");
    }

    private void post(Runnable event) {
        queue.executeHere(event(event));
    }

    private Runnable event(Runnable handling) {
        return () -> {
            try {
                handling.run();
            } finally {
                arm();
            }
        };
    }

    private void begin(Watch watch) {
        if (closed) {
            watch.close(closed(watch.name()), due.now());
        } else if (!watch.hasEnded()) {
            try {
                WatchedOperation operation = watched.operation(watch.name());
                watch.plan(operation.parent());
                operation.add(watch);
                watched.reschedule(operation);
            } catch (Throwable thrown) { // an Error too
                watch.close(PollErrorClassifier.asError(thrown), due.now());
            }
        }
    }

    /** The application cancelled or completed the future. */
    private void stopped(Watch watch) {
        WatchedOperation operation = watched.find(watch.name());
        if (operation != null) {
            operation.refresh();
            watched.settle(operation);
        }
    }

    /** Ends the watches whose deadline has passed and reads the operations that are due. */
    private void tick() {
        long now = due.fired();
        Map<WatchedParent, List<WatchedOperation>> taken = new LinkedHashMap<>();
        for (WatchedOperation next = due.takeDue(now); next != null; next = due.takeDue(now)) {
            WatchedOperation operation = next;
            watched.guarded(operation, () -> {
                operation.tell(watch -> watch.expire(now, operation.state() != WatchState.IDLE));
                if (operation.hasWatches() && operation.needsRead(now)) {
                    operation.on(Event.READ_DUE);
                    operation.giveUpRequest();
                    taken.computeIfAbsent(operation.parent(), parent -> new ArrayList<>())
                            .add(operation);
                }
                watched.settle(operation);
            });
        }
        taken.forEach((parent, together) -> {
            try {
                read(parent, together, now);
            } catch (Throwable thrown) { // an Error too
                together.forEach(operation -> watched.recover(operation, thrown));
            }
        });
    }

    /** While a list of the parent is in flight, its operations wait for it if they have time. */
    private void read(WatchedParent parent, List<WatchedOperation> taken, long now) {
        List<WatchedOperation> together = taken;
        if (parent.isListing()) {
            together = new ArrayList<>();
            for (WatchedOperation operation : taken) {
                if (operation.canWaitForList(now)) {
                    operation.on(Event.LIST_BUSY);
                    watched.reschedule(operation);
                } else {
                    together.add(operation);
                }
            }
        }
        ReadStrategySelector batch = new ReadStrategySelector(parent, together, now);
        switch (batch.strategy(reader.mayWait())) {
            case LIST -> reader.list(parent, together, batch.soon());
            case WAIT -> reader.await(together.get(0));
            case GETS -> together.forEach(operation -> reader.get(operation, false));
        }
    }
}
