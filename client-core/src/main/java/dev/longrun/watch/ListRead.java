// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One list that stands for the gets of all who are due. Shows an operation: read. Does not show it: nothing is proven,
 * a get asks. Is refused: gets from now on.
 */
final class ListRead implements ReadQueue.Taker<OperationPage> {
    private final PollEngine engine;
    private final Reports reports;
    private final ReadQueue reads;
    private final ParentGroup group;
    private final ListRequest first;
    private final Set<Target> notSeen;
    private final int worth;
    private final Deadline deadline;
    private final Set<String> unreachable = new LinkedHashSet<>();
    private int pages;

    /** @param worth pages that it may take before gets are cheaper */
    ListRead(
            PollEngine engine,
            Reports reports,
            ReadQueue reads,
            ParentGroup group,
            List<Target> due,
            int worth,
            Deadline deadline) {
        this.engine = engine;
        this.reports = reports;
        this.reads = reads;
        this.group = group;
        this.first = ListRequest.of(group.parent().orElseThrow())
                .withPageSize(ParentGroup.PAGE_SIZE)
                .withPartialSuccess(false);
        this.notSeen = new LinkedHashSet<>(due);
        this.worth = worth;
        this.deadline = deadline;
    }

    void start() {
        read(first);
    }

    private void read(ListRequest page) {
        boolean atOnce = reads.list(page, deadline, this);
        if (!atOnce) {
            engine.endInTime(notSeen);
        }
    }

    @Override
    public void took(OperationPage page) {
        pages++;
        for (Operation operation : page.operations()) {
            reports.listed(group, operation, notSeen);
        }
        unreachable.addAll(page.unreachable());
        if (page.nextPageToken().isPresent() && pages < worth) {
            read(first.withPageToken(page.nextPageToken().get()));
        } else {
            boolean whole = page.nextPageToken().isEmpty();
            reports.listEnded(group, () -> {
                if (whole) {
                    group.listed(pages);
                } else {
                    group.listedTooLong(pages);
                }
            });
            followUp(whole);
        }
    }

    @Override
    public void failed(LongrunException error) {
        boolean passing = ReadErrors.isTransient(error);
        reports.listEnded(group, () -> {
            if (!passing) {
                reports.distrust(group);
            }
        });
        for (Target target : new ArrayList<>(notSeen)) {
            if (passing) {
                reports.notKnown(target, error);
            } else {
                engine.get(target, false);
            }
        }
    }

    private void followUp(boolean whole) {
        for (Target target : new ArrayList<>(notSeen)) {
            if (unreachable.isEmpty()) {
                engine.get(target, whole);
            } else {
                reports.notKnown(
                        target, new NoResponseException(target.name() + ": the list could not reach " + unreachable));
            }
        }
    }
}
