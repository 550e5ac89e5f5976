// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.call.Futures;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A file that cancels are written to as they happen, so that after a crash of whatever kind another process can go on.
 *
 * <pre>{@code
 * try (CancelJournal journal = CancelJournal.create(Path.of("sweep.jsonl"))) {
 *     journal.plan(names);                                               // where all names are known
 *     try (CancelBatch batch = canceller.cancelAll(names, options.withWriteAheadLog(journal))) { … }
 * }
 * // after the crash
 * try (CancelJournal journal = CancelJournal.resume(Path.of("sweep.jsonl"), registry::service)) {
 *     try (CancelBatch batch = canceller.cancelAll(journal.remaining(), options.withWriteAheadLog(journal))) { … }
 * }
 * }</pre>
 *
 * <p>A request leaves only after its intent lies on the disk; many cancels under way share that wait. A resumed name is
 * read first: it is asked again only if it runs. What has a verdict other than STILL_RUNNING and UNKNOWN is left alone.
 * Close the run before the journal. Thread-safe.
 *
 * <p>One process at a time has a journal open. An empty file beside it, {@code .sweep.jsonl.lock}, sees to that and
 * stays; it can be deleted once nobody has the journal open.
 */
public final class CancelJournal implements WriteAheadLog, AutoCloseable {
    private static final int UNWRITTEN_AT_MOST = 1_000;

    private final JournalFile file;
    private final TimeSource time;
    private final boolean resumed;
    private final JournalIndex contents;
    private final List<OperationName> toDo;
    private final GroupCommit lines;
    private final AtomicBoolean begun = new AtomicBoolean();

    private CancelJournal(
            JournalFile file, TimeSource time, boolean resumed, JournalIndex contents, List<OperationName> toDo) {
        this.file = file;
        this.time = time;
        this.resumed = resumed;
        this.contents = contents;
        this.toDo = toDo;
        this.lines = new GroupCommit(file.path().toString(), file.channel());
    }

    /** As {@link #create(Path, TimeSource)} by this machine's clock. */
    public static CancelJournal create(Path file) {
        return create(file, TimeSource.system());
    }

    /**
     * Begins a journal.
     *
     * @throws NotSentException if the file exists and is not empty, cannot be created, or another process has it
     */
    public static CancelJournal create(Path file, TimeSource time) {
        return new CancelJournal(JournalFile.create(file), time, false, new JournalIndex(), List.of());
    }

    /** As {@link #resume(Path, BiFunction, TimeSource)} by this machine's clock. */
    public static CancelJournal resume(Path file, BiFunction<String, String, ServiceDefinition> services) {
        return resume(file, services, TimeSource.system());
    }

    /**
     * Goes on with a journal that a run left behind.
     *
     * @param services finds a service by its name and version: {@code registry::service}
     * @throws NotSentException if the file is not there, is no journal, is damaged, holds half a plan or a service that
     *     is not known, or another process has it
     */
    public static CancelJournal resume(
            Path file, BiFunction<String, String, ServiceDefinition> services, TimeSource time) {
        JournalIndex contents = new JournalIndex();
        JournalFile opened = JournalFile.resume(file, contents);
        try {
            if (!contents.isPlanComplete()) {
                throw new NotSentException("journal " + file
                        + ": the process ended while it wrote the plan, so nothing was cancelled; begin anew");
            }
            List<OperationName> toDo =
                    contents.toDo().stream().map(name -> name.resolve(services)).toList();
            return new CancelJournal(opened, time, true, contents, toDo);
        } catch (RuntimeException e) {
            throw opened.closedFor(e);
        }
    }

    /**
     * Writes down what is to be cancelled, all of it before any of it, so that {@link #remaining()} knows where to end.
     *
     * @throws NotSentException if the names cannot be written
     * @throws IllegalStateException if something was written before
     */
    public void plan(Collection<? extends OperationName> names) {
        if (contents.names() > 0 || begun.getAndSet(true)) {
            throw new IllegalStateException("journal " + file.path() + ": a plan comes first, and once");
        }
        long number = 0;
        for (OperationName name : names) {
            number++;
            boolean last = number == names.size();
            var written = lines.write(line().planned(JournalKey.of(name), number, names.size()), last);
            if (last || number % UNWRITTEN_AT_MOST == 0) {
                Futures.on(written, "the plan to be written to journal " + file.path());
            }
        }
    }

    /** What the journal told when it was opened. */
    public JournalIndex contents() {
        return contents;
    }

    /**
     * What was left to do when it was opened: names that were begun and are not settled, then those only planned.
     *
     * @throws NotSentException if it was resumed and had not a single name, so that it cannot tell what was to be
     *     cancelled: who began it died before the first line was whole, or had nothing to do
     */
    public Stream<OperationName> remaining() {
        if (resumed && contents.names() == 0) {
            throw new NotSentException(
                    "journal " + file.path()
                            + ": the process ended before it wrote down a single name, so nothing was cancelled; begin anew, or give the same names again");
        }
        return toDo.stream();
    }

    /**
     * What was left to do when it was opened, then of {@code names} those that the journal did not have: for names that
     * were not planned.
     */
    public Stream<OperationName> remaining(Stream<? extends OperationName> names) {
        return Stream.concat(toDo.stream(), names.filter(name -> !contents.holds(JournalKey.of(name))));
    }

    /** How often the disk was waited for so far. */
    public long syncs() {
        return lines.forces();
    }

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        return contents.previousRequest(JournalKey.of(name));
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return step(line().intent(JournalKey.of(name)), true);
    }

    @Override
    public void response(OperationName name, RequestStatus status) {
        step(line().response(JournalKey.of(name), status), false);
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return step(line().outcome(outcome), false);
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return step(line().failure(JournalKey.of(name), cause), false);
    }

    /**
     * Writes what is left, and lets others open it.
     *
     * @throws UncheckedIOException if any line could not be written; the journal can be resumed all the same
     */
    @Override
    public void close() {
        try (file) {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + file.path()
                            + " lacks its last lines; whoever resumes it reads these operations again: " + e,
                    e);
        }
    }

    private CompletableFuture<Void> step(String line, boolean force) {
        begun.set(true);
        return lines.write(line, force);
    }

    private JournalEncoder line() {
        return new JournalEncoder(time.now());
    }
}
