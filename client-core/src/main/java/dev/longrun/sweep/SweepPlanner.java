// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the lists of a sweep page by page, and keeps of each operation its name at most. */
final class SweepPlanner {
    private final Sweep sweep;
    private final Operations operations;
    private final Instant now;
    private final SweepCounter tally = new SweepCounter();
    private final Set<OperationName> names = new LinkedHashSet<>();
    private final List<PlannedOperation> sample = new ArrayList<>();
    private final Set<UnreachableLocation> unreached = new LinkedHashSet<>();
    private final List<LongrunException> failures = new ArrayList<>();

    SweepPlanner(Sweep sweep, Operations operations, Instant now) {
        this.sweep = sweep;
        this.operations = operations;
        this.now = now;
    }

    SweepPlan run() {
        sweep.parents().forEach(this::list);
        if (failures.size() == sweep.parents().size()) {
            throw failures.get(0);
        }
        return new SweepPlan(
                sweep, now, tally.counts(), List.copyOf(sample), List.copyOf(names), List.copyOf(unreached));
    }

    private void list(OperationParent parent) {
        try {
            Iterator<OperationPage> pages = new PartialSuccessPages(operations, parent, sweep.serverFilter());
            pages.forEachRemaining(page -> read(parent, page));
        } catch (LongrunException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            failures.add(failure);
            unreached.add(new UnreachableLocation(
                    parent.service().label() + ' ' + parent, String.valueOf(failure.getMessage())));
        }
    }

    private void read(OperationParent parent, OperationPage page) {
        page.operations().forEach(this::look);
        page.unreachable()
                .forEach(where -> unreached.add(new UnreachableLocation(
                        parent.service().label() + ' ' + where, "the service could not reach it")));
    }

    private void look(Operation operation) {
        if (operation.done()) {
            tally.done();
        } else if (!sweep.matches(operation, now)) {
            tally.running();
        } else if (!sweep.shard().has(operation.name())) {
            tally.elsewhere();
        } else if (!names.contains(operation.name())) {
            take(operation);
        }
    }

    private void take(Operation operation) {
        PlannedOperation seen = PlannedOperation.of(operation, now);
        tally.matched(seen);
        if (names.size() < sweep.maxOps()) {
            names.add(operation.name());
            if (sample.size() < sweep.sampleSize()) {
                sample.add(seen);
            }
        }
    }
}
