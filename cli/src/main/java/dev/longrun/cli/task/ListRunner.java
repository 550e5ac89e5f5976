// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Prints the operations of a parent page by page, as they come, so that a long list needs little memory. */
public record ListRunner(TimeSource time, Console console, RowPrinter rows) {

    /**
     * @param timeout of all pages together
     * @param limit of operations; once that many are printed, no further page is requested
     */
    public ExitCode run(ClientConfig config, ListRequest request, Duration timeout, long limit) {
        long left = limit;
        AttemptLog attempts = new AttemptLog(console);
        BlockingTask task = new BlockingTask(time, console, attempts);
        String what = TimedLists.label(request.parent());
        try (OperationsClient client = config.open(time, attempts)) {
            Operations operations = new TimedLists(client.operations(), Deadline.after(timeout, time));
            Optional<ListRequest> next = Optional.of(request);
            while (next.isPresent() && left > 0 && !console.isCutOff()) {
                ListRequest asked = next.get();
                OperationPage page = task.run(what, () -> operations.list(asked));
                left -= print(page, left);
                warn(page);
                next = asked.next(page);
            }
        } catch (LongrunException failure) {
            rows.printFailure(request.parent(), failure);
        }
        return rows.exitCode();
    }

    private long print(OperationPage page, long limit) {
        List<Operation> shown = page.operations().stream().limit(limit).toList();
        rows.expect(shown.stream().map(operation -> operation.name().value()).toList());
        shown.forEach(operation -> rows.print(new OperationRow(operation)));
        return shown.size();
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
