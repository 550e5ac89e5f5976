// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.OperationParent;
import dev.longrun.watch.WatchState.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Sends the gets, lists and server-side waits that {@link PollScheduler} has chosen, at most 32 at a time, and gives
 * what they bring to the watches. Used in the queue of the scheduler only.
 */
final class PollReader {
    /** Half of the calls of a client, so that cancels always find a free thread. */
    static final int REQUESTS_AT_ONCE = 32;

    private static final int WAITS_AT_ONCE = 4;

    private final PollRequests requests;
    private final WatchRegistry watched;
    private final LongSupplier clock;
    private final Executor queue;
    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(REQUESTS_AT_ONCE);
    private int waits;

    /**
     * @param clock tells the time of {@link DueQueue#now}
     * @param queue runs the events of the scheduler
     */
    PollReader(PollRequests requests, WatchRegistry watched, LongSupplier clock, Executor queue) {
        this.requests = requests;
        this.watched = watched;
        this.clock = clock;
        this.queue = queue;
    }

    /** From any thread. */
    WatcherStats stats(int watched) {
        return requests.stats(watched, limiter.inFlight());
    }

    /** Whether one more server-side wait leaves enough room for other calls. */
    boolean mayWait() {
        return waits < WAITS_AT_ONCE;
    }

    /** @param confirms whether a whole list did not show the operation, which counts against lists if it exists */
    void get(WatchedOperation operation, boolean confirms) {
        long submitted = clock.getAsLong();
        limiter.submit(() -> {
            if (operation.state() != WatchState.DUE) {
                return false;
            }
            long began = clock.getAsLong();
            long remaining = operation.longestRemaining(began);
            operation.parent().pacer().sent(ReadStrategySelector.requests(1, 1), began);
            CompletableFuture<Operation> request = operation.inContext(() -> requests.get(operation.name(), remaining));
            sent(operation, Event.READ_BEGAN, request, remaining);
            request.whenComplete((snapshot, failure) -> ended(operation, request, 0, () -> {
                if (snapshot == null) {
                    tell(operation, PollErrorClassifier.asError(failure), began);
                } else {
                    operation.parent().recordReadTime(clock.getAsLong() - submitted);
                    if (confirms) {
                        operation.parent().recordMiss(clock.getAsLong());
                    }
                    tell(operation, snapshot, began);
                }
            }));
            return true;
        });
    }

    /** A server-side wait shows the operation as it is when the wait ends. One that fails is replaced by a get. */
    void await(WatchedOperation operation) {
        limiter.submit(() -> {
            if (operation.state() != WatchState.DUE) {
                return false;
            }
            waits++;
            long remaining = operation.longestRemaining(clock.getAsLong());
            CompletableFuture<Operation> request =
                    operation.inContext(() -> requests.await(operation.name(), remaining));
            sent(operation, Event.WAIT_BEGAN, request, PollRequests.longestWait(operation.name()));
            request.whenComplete((snapshot, failure) -> ended(operation, request, 1, () -> {
                if (snapshot == null) {
                    operation.parent().suspendWaits(clock.getAsLong());
                    watched.settle(operation);
                } else {
                    tell(operation, snapshot, clock.getAsLong());
                }
            }));
            return true;
        });
    }

    private void sent(WatchedOperation operation, Event event, CompletableFuture<Operation> request, long remaining) {
        operation.on(event);
        operation.sent(request, clock.getAsLong(), remaining);
        watched.reschedule(operation);
    }

    private void ended(WatchedOperation operation, CompletableFuture<Operation> request, int wait, Runnable news) {
        queue.execute(() -> {
            waits -= wait;
            limiter.release();
            if (operation.ended(request)) {
                watched.guarded(operation, () -> {
                    operation.on(Event.READ_ENDED);
                    news.run();
                });
            }
        });
    }

    /**
     * Reads the operations by a list of their parent.
     *
     * @param soon how many gets it replaces, those of operations that are due soon included
     */
    void list(WatchedParent parent, List<WatchedOperation> due, int soon) {
        new ListPoll(this, parent, due, soon, clock.getAsLong()).start();
    }

    /** Sends the page now or when fewer requests are in flight, and gives its end to the list. */
    void submit(ListPoll list, ListRequest page) {
        limiter.submit(() -> {
            if (list.isGivenUp()) {
                return false;
            }
            long began = clock.getAsLong();
            CompletableFuture<OperationPage> request = list.inContext(() -> requests.list(page, list.remaining(began)));
            list.sent(request, began);
            request.whenComplete((content, failure) -> queue.execute(() -> {
                limiter.release();
                list.ended(content, failure, began, clock.getAsLong());
            }));
            return true;
        });
    }

    /** The relative names of the operations of the parent's service that are watched. */
    Predicate<String> watched(OperationParent parent) {
        return name -> watched.isWatched(parent.service(), name);
    }

    /** A list stands for the read of an operation; it ends at {@code end} at the latest. */
    void listSent(WatchedOperation operation, long end) {
        if (operation.state() == WatchState.DUE) {
            operation.on(Event.READ_BEGAN);
            operation.readByList(end);
            watched.reschedule(operation);
        }
    }

    /**
     * A page shows an operation, due or not. A get that is in flight will show a newer state of one that runs; that an
     * operation has ended remains true, and the get may never be answered. Returns whether it was due, now or soon.
     */
    boolean shown(Operation listed, long began) {
        WatchedOperation operation = watched.find(listed.name());
        if (operation == null) {
            return false;
        }
        boolean replacesGet = operation.isReadByList();
        boolean isBeingRead = operation.state() == WatchState.READING && !replacesGet;
        if (isBeingRead && !listed.done()) {
            return false;
        }
        boolean wasDue = replacesGet || operation.isDueSoon(clock.getAsLong());
        watched.guarded(operation, () -> {
            if (isBeingRead) {
                operation.giveUpRequest();
            }
            operation.on(replacesGet || isBeingRead ? Event.READ_ENDED : Event.SHOWN);
            if (replacesGet) {
                requests.replacedGet();
            }
            tell(operation, listed.withName(operation.name()), began);
        });
        return wasDue;
    }

    /** The list that stood for the read of an operation does not show it: a get follows. */
    void missing(WatchedOperation operation, boolean confirms) {
        watched.guarded(operation, () -> {
            operation.on(Event.MISSING);
            get(operation, confirms);
        });
    }

    /** The list that stood for the read of an operation failed. */
    void failed(WatchedOperation operation, LongrunException error, long began) {
        watched.guarded(operation, () -> {
            operation.on(Event.READ_ENDED);
            tell(operation, error, began);
        });
    }

    /** Operations that waited for the list and were not shown are due. */
    void listEnded(WatchedParent parent) {
        for (WatchedOperation operation : parent.operations()) {
            if (operation.state() == WatchState.WAITING_FOR_LIST) {
                operation.on(Event.LIST_ENDED);
                watched.reschedule(operation);
            }
        }
    }

    private void tell(WatchedOperation operation, Operation snapshot, long began) {
        operation.tell(watch -> watch.read(snapshot, began, clock.getAsLong(), operation.parent()));
        watched.settle(operation);
    }

    private void tell(WatchedOperation operation, LongrunException error, long began) {
        operation.tell(watch -> watch.failed(error, began, clock.getAsLong(), operation.parent()));
        watched.settle(operation);
    }
}
