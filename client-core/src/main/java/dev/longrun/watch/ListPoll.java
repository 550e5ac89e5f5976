// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of one parent by a list. An operation that the list shows has been read. One that it does not
 * show is read by a get. If the list is rejected, gets replace lists of the parent for ten minutes. Used in the queue
 * of {@link PollScheduler} only.
 */
final class ListPoll {
    /** What pages without any operation that is due may cost, as a share of the gets. */
    private static final double IN_VAIN = 0.1;

    private static final int MOST = 1_000_000;

    private final PollReader reader;
    private final WatchedParent parent;
    private final List<WatchedOperation> due;
    private final int soon;
    private final int pageSize;
    private final ListRequest first;
    private final long started;
    private int pages;
    private int listed;
    private int served;
    private double charged;
    private boolean isPartial;
    private boolean isGivenUp;
    private @Nullable CompletableFuture<OperationPage> page;

    /**
     * @param due the operations that it is made for
     * @param soon how many gets it replaces, those of operations that are due soon included
     */
    ListPoll(PollReader reader, WatchedParent parent, List<WatchedOperation> due, int soon, long now) {
        this.reader = reader;
        this.parent = parent;
        this.due = due;
        this.soon = soon;
        this.started = now;
        this.pageSize = parent.list().pageSize(watched(), now);
        this.first = ListRequest.of(parent.name().orElseThrow())
                .withPageSize(pageSize)
                .withPartialSuccess(false);
    }

    void start() {
        parent.listBegan(this::giveUp, started);
        charge(parent.list().pages(watched(), started), parent.list().operations(watched(), started), started);
        reader.submit(this, first);
    }

    /** Stops it: no operation of the parent is watched any more. */
    void giveUp() {
        isGivenUp = true;
        if (page != null) {
            page.cancel(true);
        }
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    /** What the supplier gives in the context of a caller that it is made for. */
    <T> T inContext(Supplier<T> request) {
        return due.get(0).inContext(request);
    }

    /** What is left to the watch whose deadline is last: a page may take that long. */
    long remaining(long now) {
        long longest = 0;
        for (WatchedOperation operation : due) {
            longest = Math.max(longest, operation.longestRemaining(now));
        }
        return longest;
    }

    /** A page is in flight. With the first one, the reads of the operations that are due have begun. */
    void sent(CompletableFuture<OperationPage> request, long now) {
        page = request;
        if (pages == 0) {
            long end = PollSchedule.sum(now, remaining(now));
            for (WatchedOperation operation : due) {
                reader.listSent(operation, end);
            }
        }
    }

    /** A page came, or failed. Whatever its handling throws counts as a failure of the list. */
    void ended(@Nullable OperationPage content, @Nullable Throwable failure, long began, long now) {
        if (isGivenUp) {
            return;
        }
        if (content == null) {
            failed(PollErrorClassifier.asError(failure), began, now);
            return;
        }
        try {
            read(content, began, now);
        } catch (Throwable thrown) { // an Error too
            failed(PollErrorClassifier.asError(thrown), began, now);
        }
    }

    private void read(OperationPage content, long began, long now) {
        pages++;
        parent.recordReadTime(now - began);
        int held = content.size();
        listed += held;
        for (Operation operation : content.operations(reader.watched(first.parent()))) {
            served += reader.shown(operation, began) ? 1 : 0;
        }
        isPartial |= !content.unreachable().isEmpty();
        String next = content.nextPageToken().orElse("");
        if (next.isEmpty()) {
            parent.list().holds(listed, now);
            end(true, now);
            return;
        }
        parent.list().fullPage(held, pageSize);
        int more = more(now);
        if (more > 0 && isWorthwhile(more)) {
            parent.listGoesOn(pages + pages(more));
            reader.submit(this, first.withPageToken(next));
        } else {
            parent.list().holds(Math.max(parent.list().operations(0, now), listed + more), now);
            end(false, now);
        }
    }

    /** How many operations the next pages hold, until they have shown what the list is made for. */
    private int more(long now) {
        int missing = soon - served;
        if (missing <= 0) {
            return 0;
        }
        int known = parent.list().operations(0, now) - listed;
        return known > 0 ? known : (int) Math.max(1, Math.min(MOST, (long) missing * listed / Math.max(1, served)));
    }

    /** As long as no page has shown an operation that is due, the next one may. */
    private boolean isWorthwhile(int more) {
        double gets = ReadStrategySelector.costOfGets(soon - served);
        return served == 0 && ReadStrategySelector.costOfList(pages, listed) < IN_VAIN * gets
                || ReadStrategySelector.costOfList(pages(more), more) < gets;
    }

    private int pages(int more) {
        int perPage = Math.max(1, listed / pages);
        return (more + perPage - 1) / perPage;
    }

    private int watched() {
        return parent.operations().size();
    }

    /** Counts what the list takes when it begins, so that all that it shows is read again at one time. */
    private void charge(int pages, int operations, long now) {
        double requests = ReadStrategySelector.requests(pages, operations);
        parent.pacer().sent(Math.max(0, requests - charged), now);
        charged = Math.max(charged, requests);
    }

    private void end(boolean isWhole, long now) {
        List<WatchedOperation> missing = missing();
        charge(pages, listed, now);
        parent.listEnded(missing.isEmpty() || isWhole ? pages : 0);
        reader.listEnded(parent);
        if (isPartial) {
            parent.recordMiss(now);
        }
        for (WatchedOperation operation : missing) {
            reader.missing(operation, isWhole && !isPartial);
        }
    }

    private void failed(LongrunException error, long began, long now) {
        parent.listEnded(0);
        reader.listEnded(parent);
        if (PollErrorClassifier.isTransient(error)) {
            missing().forEach(operation -> reader.failed(operation, error, began));
        } else {
            parent.suspendLists(now);
            missing().forEach(operation -> reader.missing(operation, false));
        }
    }

    /** Those that it was made for and has not shown. */
    private List<WatchedOperation> missing() {
        List<WatchedOperation> missing = new ArrayList<>();
        for (WatchedOperation operation : due) {
            if (operation.isReadByList()) {
                missing.add(operation);
            }
        }
        return missing;
    }
}
