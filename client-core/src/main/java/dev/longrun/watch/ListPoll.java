// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of one parent by a list. An operation that the list shows has been read. One that it does not
 * show is read by a get. If the list is rejected, gets replace lists of the parent for ten minutes. Used in the queue
 * of {@link PollScheduler} only.
 */
final class ListPoll {
    private final PollReader reader;
    private final WatchedParent parent;
    private final List<WatchedOperation> due;
    private final int budget;
    private final ListRequest first;
    private int pages;
    private boolean isPartial;
    private boolean isGivenUp;
    private @Nullable CompletableFuture<OperationPage> page;

    /**
     * @param due the operations that it is made for
     * @param budget how many pages it may take: more would cost more than gets
     */
    ListPoll(PollReader reader, WatchedParent parent, List<WatchedOperation> due, int budget) {
        this.reader = reader;
        this.parent = parent;
        this.due = due;
        this.budget = budget;
        this.first = ListRequest.of(parent.name().orElseThrow())
                .withPageSize(WatchedParent.PAGE_SIZE)
                .withPartialSuccess(false);
    }

    void start() {
        parent.listBegan(this::giveUp);
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
        for (Operation operation : content.operations()) {
            reader.shown(operation, began);
        }
        isPartial |= !content.unreachable().isEmpty();
        if (content.nextPageToken().isPresent() && pages < budget) {
            reader.submit(this, first.withPageToken(content.nextPageToken().get()));
        } else {
            end(content.nextPageToken().isEmpty(), now);
        }
    }

    private void end(boolean isWhole, long now) {
        parent.listEnded(isWhole ? pages : pages * 2);
        reader.listEnded(parent);
        if (isPartial) {
            parent.recordMiss(now);
        }
        for (WatchedOperation operation : missing()) {
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
