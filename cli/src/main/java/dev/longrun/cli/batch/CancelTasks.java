// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.batch;

import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult.Failed;
import dev.longrun.cancel.CancelResult.Told;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.cli.output.Results;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Many cancels. */
public record CancelTasks(CancelBatch run) implements Batch {

    @Override
    public Optional<Consumer<Results>> next() {
        return run.hasNext() ? Optional.of(run.next().fold(CancelTasks::line, CancelTasks::line)) : Optional.empty();
    }

    /** The first name tells how wide the column must be. */
    private static Consumer<Results> line(Told told) {
        return results -> {
            results.settle(CancelResult.columns(told.name()));
            results.add(new CancelResult(told.outcome()));
        };
    }

    private static Consumer<Results> line(Failed failed) {
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
