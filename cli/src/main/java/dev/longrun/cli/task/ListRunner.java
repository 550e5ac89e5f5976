// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import dev.longrun.sweep.Sweep;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Prints the operations of parents page by page, as they come, so that a long list needs little memory; sorted ones are
 * printed at the end. A parent that cannot be listed does not stop the others.
 */
public record ListRunner(TimeSource time, Console console, RowPrinter rows) {

    /** @param timeout of all pages together */
    public ExitCode run(ClientConfig config, ListQuery query, Duration timeout) {
        AttemptLog attempts = new AttemptLog(console);
        BlockingTask task = new BlockingTask(time, console, attempts);
        ListedOperations listed = new ListedOperations(query, time.now());
        try (OperationsClient client = config.open(time, attempts)) {
            Operations operations = new TimedLists(client.operations(), Deadline.after(timeout, time));
            for (OperationParent parent : parents(query, client, timeout, task)) {
                list(
                        parent,
                        query,
                        listed,
                        request -> task.run(TimedLists.label(parent), () -> operations.list(request)));
            }
        }
        if (listed.isOverfull()) {
            console.error("more than " + ListedOperations.MOST + " operations to sort; --limit keeps the first of them,"
                    + " --filter leaves some out");
            rows.atLeast(ExitCode.ERROR);
        } else {
            print(listed.inOrder());
        }
        listed.summary().ifPresent(summary -> console.note("lro: " + summary));
        return rows.exitCode();
    }

    private List<OperationParent> parents(
            ListQuery query, OperationsClient client, Duration timeout, BlockingTask task) {
        if (!query.allLocations()) {
            return query.parents();
        }
        CallOptions call = CallOptions.defaults().withTimeout(timeout);
        Sweep everywhere = Sweep.of(query.parents());
        try {
            return task.run(
                            "the list of locations",
                            () -> everywhere.inEachLocation(client.locations().with(call)))
                    .parents();
        } catch (LongrunException failure) {
            rows.printFailure(query.parents().get(0), failure);
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Pages {
        OperationPage read(ListRequest request);
    }

    private void list(OperationParent parent, ListQuery query, ListedOperations listed, Pages pages) {
        try {
            Optional<ListRequest> next = Optional.of(query.request(parent));
            while (next.isPresent() && !listed.isComplete() && !console.isCutOff()) {
                ListRequest asked = next.get();
                OperationPage page = pages.read(asked);
                print(listed.take(page.operations()));
                warn(page);
                next = asked.next(page);
            }
        } catch (LongrunException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            rows.printFailure(parent, failure);
        }
    }

    private void print(List<OperationRow> shown) {
        rows.expectRows(shown);
        shown.forEach(rows::print);
    }

    private void warn(OperationPage page) {
        for (String location : page.unreachable()) {
            console.error("not reached, so its operations are missing here: " + location);
            rows.atLeast(ExitCode.UNKNOWN);
        }
        for (String entry : page.unusable()) {
            console.error("left out, as it is not usable: " + entry);
            rows.atLeast(ExitCode.UNKNOWN);
        }
    }
}
