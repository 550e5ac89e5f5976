// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.journal.CancelJournal;
import dev.longrun.service.OperationName;
import java.io.UncheckedIOException;
import java.util.List;

/** The journal of one process, on a disk that may be full or frozen. */
final class ProcessJournal {
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 100 * SECOND;

    private final Run run;
    private final SimulatedProcess process;
    private final SimulatedDisk disk;
    private final CancelJournal log;
    private final SimulatedThread writer;

    ProcessJournal(Run run, SimulatedProcess process, SimulatedDisk disk, CancelJournal log, SimulatedThread writer) {
        this.run = run;
        this.process = process;
        this.disk = disk;
        this.log = log;
        this.writer = writer;
    }

    CancelJournal log() {
        return log;
    }

    void plan(List<OperationName> names) {
        writer.runAtOnce();
        try {
            log.plan(names);
        } catch (RuntimeException notWritten) {
            requireReason("the plan was not written: ", notWritten);
        }
        writer.runInTurn();
    }

    /** A disk that is frozen takes nothing; the application waits for a while and is then killed. */
    void close() {
        if (!writer.isFrozen()) {
            writer.runAtOnce();
            try {
                log.close();
            } catch (UncheckedIOException notWritten) {
                requireReason("the journal was not closed: ", notWritten);
            }
        } else if (process.sinceStart() > PATIENCE) {
            process.kill();
        } else {
            process.after(SECOND, this::close);
        }
    }

    private void requireReason(String what, RuntimeException notWritten) {
        run.trace().require(disk.isFull() || process.isKilled(), () -> what + notWritten);
    }
}
