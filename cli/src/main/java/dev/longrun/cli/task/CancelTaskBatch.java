// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Many cancels. */
public record CancelTaskBatch(CancelBatch run) implements TaskBatch {

    @Override
    public Optional<Consumer<RowPrinter>> next() {
        return run.hasNext() ? Optional.of(line(run.next())) : Optional.empty();
    }

    /** The first name tells how wide the column must be. */
    private static Consumer<RowPrinter> line(CancelResult result) {
        return results -> {
            result.failure().ifPresent(failure -> results.fail(result.name(), failure));
            result.outcome().ifPresent(outcome -> {
                results.settle(CancelRow.columns(result.name()));
                results.add(new CancelRow(outcome));
            });
        };
    }

    @Override
    public long taken() {
        return run.progress().taken();
    }

    @Override
    public boolean allTaken() {
        return run.progress().allTaken();
    }

    @Override
    public List<OperationName> sentWithoutOutcome() {
        return run.sentWithoutOutcome();
    }

    @Override
    public void close() {
        run.close();
    }
}
