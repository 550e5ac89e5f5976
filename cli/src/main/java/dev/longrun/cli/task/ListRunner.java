// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import java.util.Iterator;
import java.util.List;

/** Writes the operations of a parent page by page, as they come, so that a long list needs little memory. */
public final class ListRunner {
    private final ProcessEnvironment surroundings;
    private final Console console;
    private final Format format;

    public ListRunner(ProcessEnvironment surroundings, Console console, Format format) {
        this.surroundings = surroundings;
        this.console = console;
        this.format = format;
    }

    /** @param limit of operations; no further page is asked for once that many are written */
    public ExitCode run(ClientConfig to, ListRequest request, CallOptions options, long limit) {
        RowPrinter results = new RowPrinter(console, format, OperationRow.columns(List.of()));
        long left = limit;
        AttemptLog attempts = new AttemptLog(console);
        BlockingTask step = new BlockingTask(surroundings.time(), console, attempts);
        String what = "the list of " + request.parent().service().label() + ' ' + request.parent();
        try (OperationsClient client = to.open(surroundings.time(), attempts)) {
            Iterator<OperationPage> pages =
                    client.operations().with(options).pages(request).iterator();
            while (pages.hasNext()) {
                OperationPage page = step.run(what, pages::next);
                results.settle(columnsFor(page));
                left -= write(page, results, left);
                warn(page.unreachable(), results);
                if (left <= 0 || console.isCutOff()) {
                    break;
                }
            }
        } catch (LongrunException failure) {
            results.fail(request.parent(), failure);
        }
        return results.exitCode();
    }

    /** The names of the first page tell how wide the column must be. */
    private static Columns columnsFor(OperationPage page) {
        return OperationRow.columns(
                page.operations().stream().map(each -> each.name().value()).toList());
    }

    private static long write(OperationPage page, RowPrinter results, long limit) {
        List<Operation> shown = page.operations().stream().limit(limit).toList();
        shown.forEach(operation -> results.add(new OperationRow(operation)));
        return shown.size();
    }

    private void warn(List<String> unreachable, RowPrinter results) {
        for (String location : unreachable) {
            console.error("not reached, so its operations are missing here: " + location);
            results.atLeast(ExitCode.UNKNOWN);
        }
    }
}
