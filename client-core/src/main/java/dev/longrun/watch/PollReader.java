// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.watch.WatchState.Event;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the gets, lists and server-side waits that {@link PollScheduler} has chosen, at most 32 at a time, and gives
 * what they bring to the watches. Used in the queue of the scheduler only.
 */
final class PollReader {
    /** Half of the calls of a client, so that cancels always find a free thread. */
    private static final int REQUESTS_AT_ONCE = 32;

    private static final int WAITS_AT_ONCE = 4;

    private final PollScheduler scheduler;
    private final PollRequests requests;
    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(REQUESTS_AT_ONCE);
    private int waits;

    PollReader(PollScheduler scheduler, Operations operations) {
        this.scheduler = scheduler;
        this.requests = new PollRequests(operations);
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
        long submitted = scheduler.now();
        limiter.submit(() -> {
            if (operation.state() != WatchState.DUE) {
                return false;
            }
            long began = scheduler.now();
            long remaining = operation.longestRemaining(began);
            CompletableFuture<Operation> request = requests.get(operation.name(), remaining);
            sent(operation, Event.READ_BEGAN, request, remaining);
            request.whenComplete((snapshot, failure) -> ended(operation, request, 0, () -> {
                if (snapshot == null) {
                    tell(operation, PollErrorClassifier.asError(failure), began);
                } else {
                    operation.parent().recordReadTime(scheduler.now() - submitted);
                    if (confirms) {
                        operation.parent().recordMiss(scheduler.now());
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
            long remaining = operation.longestRemaining(scheduler.now());
            CompletableFuture<Operation> request = requests.await(operation.name(), remaining);
            sent(operation, Event.WAIT_BEGAN, request, PollRequests.LONGEST_WAIT);
            request.whenComplete((snapshot, failure) -> ended(operation, request, 1, () -> {
                if (snapshot == null) {
                    operation.parent().suspendWaits(scheduler.now());
                    scheduler.settle(operation);
                } else {
                    tell(operation, snapshot, scheduler.now());
                }
            }));
            return true;
        });
    }

    private void sent(WatchedOperation operation, Event event, CompletableFuture<Operation> request, long remaining) {
        operation.on(event);
        operation.sent(request, scheduler.now(), remaining);
        scheduler.reschedule(operation);
    }

    private void ended(WatchedOperation operation, CompletableFuture<Operation> request, int wait, Runnable news) {
        scheduler.post(() -> {
            waits -= wait;
            limiter.release();
            if (operation.ended(request)) {
                scheduler.guarded(operation, () -> {
                    operation.on(Event.READ_ENDED);
                    news.run();
                });
            }
        });
    }

    /** Sends the page now or when fewer requests are in flight, and gives its end to the list. */
    void submit(ListPoll list, ListRequest page) {
        limiter.submit(() -> {
            if (list.isGivenUp()) {
                return false;
            }
            long began = scheduler.now();
            CompletableFuture<OperationPage> request = requests.list(page, list.remaining(began));
            list.sent(request, began);
            request.whenComplete((content, failure) -> scheduler.post(() -> {
                limiter.release();
                list.ended(content, failure, began, scheduler.now());
            }));
            return true;
        });
    }

    /** A list stands for the read of an operation; it ends at {@code end} at the latest. */
    void listSent(WatchedOperation operation, long end) {
        if (operation.state() == WatchState.DUE) {
            operation.on(Event.READ_BEGAN);
            operation.readByList(end);
            scheduler.reschedule(operation);
        }
    }

    /** A page shows an operation, due or not. A get that is in flight will show a newer state. */
    void shown(Operation listed, long began) {
        WatchedOperation operation = scheduler.find(listed.name());
        if (operation == null) {
            return;
        }
        boolean replacesGet = operation.isReadByList();
        if (operation.state() == WatchState.READING && !replacesGet) {
            return;
        }
        scheduler.guarded(operation, () -> {
            operation.on(replacesGet ? Event.READ_ENDED : Event.SHOWN);
            if (replacesGet) {
                requests.replacedGet();
            }
            tell(operation, Operation.read(operation.name(), listed.json()), began);
        });
    }

    /** The list that stood for the read of an operation does not show it: a get follows. */
    void missing(WatchedOperation operation, boolean confirms) {
        scheduler.guarded(operation, () -> {
            operation.on(Event.MISSING);
            get(operation, confirms);
        });
    }

    /** The list that stood for the read of an operation failed. */
    void failed(WatchedOperation operation, LongrunException error, long began) {
        scheduler.guarded(operation, () -> {
            operation.on(Event.READ_ENDED);
            tell(operation, error, began);
        });
    }

    /** Operations that waited for the list and were not shown are due. */
    void listEnded(WatchedParent parent) {
        for (WatchedOperation operation : parent.operations()) {
            if (operation.state() == WatchState.WAITING_FOR_LIST) {
                operation.on(Event.LIST_ENDED);
                scheduler.reschedule(operation);
            }
        }
    }

    private void tell(WatchedOperation operation, Operation snapshot, long began) {
        operation.tell(watch ->
                watch.read(snapshot, began, scheduler.now(), operation.parent().readTime()));
        scheduler.settle(operation);
    }

    private void tell(WatchedOperation operation, LongrunException error, long began) {
        operation.tell(watch ->
                watch.failed(error, began, scheduler.now(), operation.parent().readTime()));
        scheduler.settle(operation);
    }
}
