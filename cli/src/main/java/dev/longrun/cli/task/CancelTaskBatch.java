// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult.Failed;
import dev.longrun.cancel.CancelResult.Told;
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
        return run.hasNext()
                ? Optional.of(run.next().fold(CancelTaskBatch::line, CancelTaskBatch::line))
                : Optional.empty();
    }

    /** The first name tells how wide the column must be. */
    private static Consumer<RowPrinter> line(Told told) {
        return results -> {
            results.settle(CancelRow.columns(told.name()));
            results.add(new CancelRow(told.outcome()));
        };
    }

    private static Consumer<RowPrinter> line(Failed failed) {
        return results -> results.fail(failed.name(), failed.cause());
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
