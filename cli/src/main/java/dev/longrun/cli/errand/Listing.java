// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.OperationResult;
import dev.longrun.cli.output.Results;
import dev.longrun.cli.process.Surroundings;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import java.util.Iterator;
import java.util.List;

/** Writes the operations of a parent page by page, as they come, so that a long list needs little memory. */
public final class Listing {
    private final Surroundings surroundings;
    private final Console console;
    private final Format format;

    public Listing(Surroundings surroundings, Console console, Format format) {
        this.surroundings = surroundings;
        this.console = console;
        this.format = format;
    }

    /** @param limit of operations; no further page is asked for once that many are written */
    public ExitCode run(Connection to, ListRequest request, CallOptions options, long limit) {
        Results results = new Results(console, format, OperationResult.columns(List.of()));
        long left = limit;
        AttemptLog attempts = new AttemptLog(console);
        LongStep step = new LongStep(surroundings.time(), console, attempts);
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
        return OperationResult.columns(
                page.operations().stream().map(each -> each.name().value()).toList());
    }

    private static long write(OperationPage page, Results results, long limit) {
        List<Operation> shown = page.operations().stream().limit(limit).toList();
        shown.forEach(operation -> results.add(new OperationResult(operation)));
        return shown.size();
    }

    private void warn(List<String> unreachable, Results results) {
        for (String location : unreachable) {
            console.error("not reached, so its operations are missing here: " + location);
            results.atLeast(ExitCode.UNKNOWN);
        }
    }
}
