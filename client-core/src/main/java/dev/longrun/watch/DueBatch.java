// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationsMethod;
import java.time.Duration;
import java.util.List;

/** The operations of one parent that are due now, with the inputs for choosing gets, a list or a server-side wait. */
final class DueBatch {
    private static final long WAIT_REPLACES = Duration.ofSeconds(1).toNanos();

    private final WatchedParent parent;
    private final List<WatchedOperation> operations;
    private final long now;
    private final boolean listable;
    private final int soon;

    DueBatch(WatchedParent parent, List<WatchedOperation> operations, long now) {
        this.parent = parent;
        this.operations = operations;
        this.now = now;
        this.listable = parent.isListable(now);
        boolean isDecided = !listable || operations.size() > parent.expectedPages();
        this.soon = operations.size() + (isDecided ? 0 : parent.dueSoon(now));
    }

    /** @param mayWait whether one more server-side wait leaves enough room for other calls */
    PollStrategy strategy(boolean mayWait) {
        boolean waitable = mayWait && operations.size() == 1 && isWaitable(operations.get(0));
        return PollStrategy.of(operations.size(), soon, listable, parent.expectedPages(), waitable);
    }

    /** The list to make: with more pages than it replaces gets, it would cost more than they do. */
    ListPoll list(PollReader reader) {
        return new ListPoll(reader, parent, operations, soon);
    }

    /** A wait must end well before the first deadline and replace more than one read. */
    private boolean isWaitable(WatchedOperation operation) {
        OperationName name = operation.name();
        return parent.isWaitable(now)
                && operation.remaining(now) > PollRequests.LONGEST_WAIT
                && operation.interval() >= WAIT_REPLACES
                && operation.acceptsWait()
                && name.service().rule(OperationsMethod.WAIT, name.resource()).isPresent();
    }
}
