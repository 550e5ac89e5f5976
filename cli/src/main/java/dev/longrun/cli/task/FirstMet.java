// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A batch that ends with the first result that is as asked; the other operations are no longer waited for. */
public final class FirstMet implements TaskBatch {
    private final TaskBatch batch;
    private volatile boolean met;

    FirstMet(TaskBatch batch) {
        this.batch = batch;
    }

    /** Runs such a batch. That operations ended otherwise before the first that did as asked is not in the code. */
    public static ExitCode run(TaskRunner runner, TaskPlan plan, TaskBatch.Starter starter) {
        AtomicReference<FirstMet> started = new AtomicReference<>();
        ExitCode worst =
                runner.run(plan, snapshots -> started.updateAndGet(none -> new FirstMet(starter.start(snapshots))));
        return started.get().exitCode(worst);
    }

    @Override
    public Optional<TaskResult> next() {
        Optional<TaskResult> next = met ? Optional.empty() : batch.next();
        met = met || next.filter(TaskResult::isAsAsked).isPresent();
        return next;
    }

    private ExitCode exitCode(ExitCode worst) {
        boolean counts = worst == ExitCode.USAGE || worst == ExitCode.INTERRUPTED;
        return met && !counts ? ExitCode.OK : worst;
    }

    @Override
    public long taken() {
        return batch.taken();
    }

    @Override
    public boolean allTaken() {
        return batch.allTaken();
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
