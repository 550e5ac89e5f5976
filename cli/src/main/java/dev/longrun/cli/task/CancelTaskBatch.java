// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Row;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;

/** The cancels of a {@link CancelBatch}, as rows. */
record CancelTaskBatch(CancelBatch batch) implements TaskBatch {

    @Override
    public Optional<TaskResult> next() {
        return batch.hasNext() ? Optional.of(result(batch.next())) : Optional.empty();
    }

    private static TaskResult result(CancelResult cancel) {
        Row row = cancel.outcome().map(CancelRow::new).orElse(null);
        return TaskResult.of(cancel.name(), row, cancel.failure().orElse(null));
    }

    @Override
    public long taken() {
        return batch.progress().taken();
    }

    @Override
    public boolean allTaken() {
        return batch.progress().allTaken();
    }

    @Override
    public List<OperationName> sentWithoutOutcome() {
        return batch.sentWithoutOutcome();
    }

    @Override
    public void close() {
        batch.close();
    }
}
