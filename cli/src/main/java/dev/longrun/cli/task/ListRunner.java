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
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.time.TimeSource;
import java.util.Iterator;
import java.util.List;

/** Prints the operations of a parent page by page, as they come, so that a long list needs little memory. */
public record ListRunner(TimeSource time, Console console, RowPrinter rows) {

    /** @param limit of operations; once that many are printed, no further page is requested */
    public ExitCode run(ClientConfig config, ListRequest request, CallOptions options, long limit) {
        long left = limit;
        AttemptLog attempts = new AttemptLog(console);
        BlockingTask task = new BlockingTask(time, console, attempts);
        String what = "the list of " + request.parent().service().label() + ' ' + request.parent();
        try (OperationsClient client = config.open(time, attempts)) {
            Iterator<OperationPage> pages =
                    client.operations().with(options).pages(request).iterator();
            while (pages.hasNext()) {
                OperationPage page = task.run(what, pages::next);
                left -= print(page, left);
                warn(page.unreachable());
                if (left <= 0 || console.isCutOff()) {
                    break;
                }
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

    private void warn(List<String> unreachable) {
        for (String location : unreachable) {
            console.error("not reached, so its operations are missing here: " + location);
            rows.atLeast(ExitCode.UNKNOWN);
        }
    }
}
