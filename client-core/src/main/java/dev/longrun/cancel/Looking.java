// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the operation of one cancel, and keeps what it saw for the evidence. */
final class Looking {
    private static final Logger LOG = LoggerFactory.getLogger(LroCanceller.class);

    private final CancelTools tools;
    private final OperationName name;
    private final CancelOptions options;
    private final Deadline deadline;
    private final Steps steps;
    private Looks looks = Looks.NONE;
    private @Nullable Operation told;

    Looking(CancelTools tools, OperationName name, CancelOptions options, Deadline deadline, Steps steps) {
        this.tools = tools;
        this.name = name;
        this.options = options;
        this.deadline = deadline;
        this.steps = steps;
    }

    /** One read, which may fail. */
    CompletableFuture<Operation> read() {
        CallOptions inTime = tools.operations().options().withTimeout(atLeastAMoment(deadline.remaining()));
        return steps.take(() -> tools.operations().with(inTime).getAsync(name)).thenApply(seen -> {
            looks = looks.read(seen);
            tell(seen);
            return seen;
        });
    }

    /** One read; empty if it failed, which {@link #looks} then has. */
    CompletableFuture<Optional<Operation>> look() {
        return read().handle((seen, failure) -> {
            if (seen == null) {
                looks = looks.failed(Steps.asLongrun(failure));
            }
            return Optional.ofNullable(seen);
        });
    }

    /** One read: true if the operation is done, or the service has noted that somebody asked it to stop. */
    CompletableFuture<Boolean> isSettled() {
        return look().thenApply(seen ->
                looks.acknowledged() || seen.filter(Operation::done).isPresent());
    }

    /** Reads to the end, or to the deadline. */
    CompletableFuture<WatchOutcome> watch(Duration initialDelay) {
        WatchOptions watch = WatchOptions.defaults()
                .withTimeout(atLeastAMoment(deadline.remaining()))
                .withInitialDelay(initialDelay)
                .withPollBackoff(options.pollBackoff())
                .withListener(this::tell);
        return steps.take(() -> tools.watcher().watch(name, watch)).thenApply(end -> {
            looks = looks.watched(end.history());
            return end;
        });
    }

    Looks looks() {
        return looks;
    }

    CancelEvidence evidence(RequestStatus request, List<String> requestIds) {
        return looks.evidence(request, requestIds, deadline.elapsed());
    }

    private void tell(Operation seen) {
        if (!seen.equals(told)) {
            told = seen;
            try {
                options.listener().accept(seen);
            } catch (Throwable dropped) { // checked ones too: other languages do not declare them
                LOG.warn("a listener of {} failed and was ignored", name, dropped);
            }
        }
    }

    static Duration atLeastAMoment(Duration remaining) {
        return remaining.isZero() ? Duration.ofMillis(1) : remaining;
    }
}
