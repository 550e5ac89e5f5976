// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.sweep.SweepPlan.PlannedOperation;
import dev.longrun.sweep.SweepPlan.UnreachableLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lists the parents of a sweep one after another, page by page, and keeps at most the name of each operation. Over many
 * locations it asks for those that can be reached (AIP-217); a service that rejects that parameter is asked again
 * without it. One thread at a time uses a planner.
 */
final class SweepPlanner {
    private static final int PAGE_SIZE = 500;
    private static final int UNUSABLE_SHOWN = 5;

    private final Sweep sweep;
    private final Operations operations;
    private final Instant now;
    private final SweepCounter counter = new SweepCounter();
    private final Set<OperationName> names = new LinkedHashSet<>();
    private final OldestOperations<PlannedOperation> sample;
    private final List<String> unusables = new ArrayList<>();
    private final Set<UnreachableLocation> unreached = new LinkedHashSet<>();
    private final List<LongrunException> failures = new ArrayList<>();

    SweepPlanner(Sweep sweep, Operations operations, Instant now) {
        this.sweep = sweep;
        this.operations = operations;
        this.now = now;
        this.sample = new OldestOperations<>(sweep.sampleSize(), PlannedOperation::age);
    }

    SweepPlan run() {
        for (OperationParent parent : sweep.parents()) {
            Pages pages = new Pages(parent);
            while (pages.next.isPresent()) {
                try {
                    pages.read(operations.list(pages.next.get()));
                } catch (LongrunException failure) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw failure;
                    }
                    pages.failed(failure);
                }
            }
        }
        return plan();
    }

    CompletableFuture<SweepPlan> runAsync() {
        CompletableFuture<SweepPlan> result = new CompletableFuture<>();
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (OperationParent parent : sweep.parents()) {
            all = all.thenCompose(done -> listAsync(new Pages(parent), result));
        }
        all.thenApply(done -> plan()).whenComplete((plan, failure) -> {
            if (failure == null) {
                result.complete(plan);
            } else {
                result.completeExceptionally(cause(failure));
            }
        });
        return result;
    }

    private CompletableFuture<Void> listAsync(Pages pages, CompletableFuture<SweepPlan> result) {
        if (result.isDone() || pages.next.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<OperationPage> list = begin(pages.next.get());
        result.whenComplete((plan, failure) -> {
            if (result.isCancelled()) {
                list.cancel(true);
            }
        });
        return list.handle((page, failure) -> {
                    if (failure == null) {
                        pages.read(page);
                    } else if (cause(failure) instanceof LongrunException known) {
                        pages.failed(known);
                    } else {
                        throw new CompletionException(cause(failure));
                    }
                    return listAsync(pages, result);
                })
                .thenCompose(Function.identity());
    }

    /** A request that cannot be made fails as one that was sent does. */
    private CompletableFuture<OperationPage> begin(ListRequest request) {
        try {
            return operations.listAsync(request);
        } catch (LongrunException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : failure;
    }

    private SweepPlan plan() {
        if (failures.size() == sweep.parents().size()) {
            throw failures.get(0);
        }
        return new SweepPlan(
                sweep, now, counter.counts(), sample.inOrder(), List.copyOf(names), unusables, List.copyOf(unreached));
    }

    private void take(Operation operation) {
        Optional<String> reason = operation.done() ? Optional.empty() : sweep.reasonAgainst(operation, now);
        if (operation.done()) {
            counter.done();
        } else if (reason.isPresent()) {
            counter.leftOut(reason.get());
        } else if (!sweep.shard().has(operation.name())) {
            counter.elsewhere();
        } else if (!names.contains(operation.name())) {
            plan(PlannedOperation.of(operation, now));
        }
    }

    private void leaveOut(String unusable) {
        counter.unusable();
        if (unusables.size() < UNUSABLE_SHOWN) {
            unusables.add(unusable);
        }
    }

    private void plan(PlannedOperation operation) {
        counter.matched(operation);
        if (names.size() < sweep.maxOps()) {
            names.add(operation.name());
            sample.add(operation);
        }
    }

    /** The pages of one parent's list. */
    private final class Pages {
        private final OperationParent parent;
        private boolean begun;
        private Optional<ListRequest> next;

        Pages(OperationParent parent) {
            this.parent = parent;
            boolean many = List.of(parent.value().split("/")).contains("-");
            this.next = Optional.of(ListRequest.of(parent)
                    .withFilter(sweep.serverFilter())
                    .withPageSize(PAGE_SIZE)
                    .withPartialSuccess(many));
        }

        void read(OperationPage page) {
            begun = true;
            page.operations().forEach(SweepPlanner.this::take);
            page.unreachable()
                    .forEach(where -> unreached.add(new UnreachableLocation(
                            parent.service().label() + ' ' + where, "the service could not reach it")));
            page.unusable().forEach(SweepPlanner.this::leaveOut);
            try {
                next = next.flatMap(request -> request.next(page));
            } catch (UnreadableResponseException endless) {
                failed(endless);
            }
        }

        void failed(LongrunException failure) {
            boolean withoutPartialSuccess = !begun
                    && next.filter(ListRequest::partialSuccess).isPresent()
                    && failure instanceof ApiException api
                    && api.status().code() == Code.INVALID_ARGUMENT;
            next = next.filter(request -> withoutPartialSuccess).map(request -> request.withPartialSuccess(false));
            if (!withoutPartialSuccess) {
                failures.add(failure);
                unreached.add(new UnreachableLocation(
                        parent.service().label() + ' ' + parent, String.valueOf(failure.getMessage())));
            }
        }
    }
}
