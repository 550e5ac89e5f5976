// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.rpc.Futures;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.text.SafeText;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A write-ahead log file of cancels. After a crash another process can resume it.
 *
 * <pre>{@code
 * try (CancelJournal journal = CancelJournal.create(Path.of("sweep.jsonl"))) {
 *     journal.plan(names);                                               // if all names are known
 *     try (CancelBatch batch = canceller.cancelAll(names, options.withWriteAheadLog(journal))) {
 *         batch.forEachRemaining(result -> System.out.println(result.describe()));
 *     }
 * }
 * // after the crash
 * try (CancelJournal journal = CancelJournal.resume(Path.of("sweep.jsonl"), registry::service)) {
 *     try (CancelBatch batch = canceller.cancelAll(journal.remaining(), options.withWriteAheadLog(journal))) {
 *         batch.forEachRemaining(result -> System.out.println(result.describe()));
 *     }
 * }
 * }</pre>
 *
 * <p>A request leaves after its intent is on the disk; cancels under way share one force to the disk. A resumed
 * operation is read first, and a request is sent only if it runs. A name with a final outcome is not resumed. Close the
 * batch before the journal. Thread-safe.
 *
 * <p>The returned futures complete on the journal's writing thread; Longrun continues on a thread of the client.
 *
 * <p>One process at a time can open a journal, under whatever name or link: the lock is on the file itself. A process
 * that loses it, as POSIX lets happen if the application closes another descriptor of the file, takes it again before
 * the next line, or writes and sends nothing more if another process was faster.
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
    private volatile Optional<String> reason = Optional.empty();
    private final AtomicReference<Map<String, String>> notes = new AtomicReference<>(Map.of());
    private final Map<OperationName, Instant> noted = new ConcurrentHashMap<>();

    private CancelJournal(
            JournalFile file,
            TimeSource time,
            ExecutorService writer,
            boolean resumed,
            JournalIndex contents,
            List<OperationName> toDo) {
        this.file = file;
        this.time = time;
        this.resumed = resumed;
        this.contents = contents;
        this.toDo = toDo;
        this.lines = new GroupCommit(file, writer);
    }

    /** As {@link #create(Path, TimeSource)} by this machine's clock. */
    public static CancelJournal create(Path file) {
        return create(file, TimeSource.system());
    }

    /**
     * Creates a journal.
     *
     * @throws ConfigurationException if the file exists and is not empty, cannot be created, or is open in another
     *     process
     */
    public static CancelJournal create(Path file, TimeSource time) {
        return created(JournalFile.create(file), time, writingThread());
    }

    /** @param writer as of {@link GroupCommit} */
    static CancelJournal created(JournalFile file, TimeSource time, ExecutorService writer) {
        return new CancelJournal(file, time, writer, false, new JournalIndex(), List.of());
    }

    private static ExecutorService writingThread() {
        return ClientThreads.single("longrun-journal");
    }

    /** As {@link #resume(Path, BiFunction, TimeSource)} by this machine's clock. */
    public static CancelJournal resume(Path file, BiFunction<String, String, ServiceDefinition> services) {
        return resume(file, services, TimeSource.system());
    }

    /**
     * Opens the journal of an earlier process.
     *
     * @param services returns a service by its name and version: {@code registry::service}
     * @throws ConfigurationException if the file does not exist, is not a journal, is damaged, holds half a plan, or is
     *     open in another process
     * @throws IllegalArgumentException if a service is not known
     */
    public static CancelJournal resume(
            Path file, BiFunction<String, String, ServiceDefinition> services, TimeSource time) {
        JournalIndex contents = new JournalIndex();
        return resumed(JournalFile.resume(file, contents), contents, services, time, writingThread());
    }

    /** @param writer as of {@link GroupCommit} */
    static CancelJournal resumed(
            JournalFile file,
            JournalIndex contents,
            BiFunction<String, String, ServiceDefinition> services,
            TimeSource time,
            ExecutorService writer) {
        try {
            if (!contents.isPlanComplete()) {
                throw new ConfigurationException(
                        "journal " + file.path()
                                + ": the process ended while it wrote the plan, so nothing was cancelled; begin again without it");
            }
            List<OperationName> toDo =
                    contents.toDo().stream().map(name -> name.resolve(services)).toList();
            return new CancelJournal(file, time, writer, true, contents, toDo);
        } catch (RuntimeException e) {
            throw file.closedFor(e);
        }
    }

    /**
     * Writes all names that are to be cancelled, so that {@link #remaining()} knows them after a crash.
     *
     * @throws ConfigurationException if the names cannot be written
     * @throws IllegalStateException if there is a plan or an intent
     */
    public void plan(Collection<? extends OperationName> names) {
        if (contents.names() > 0 || begun.getAndSet(true)) {
            throw new IllegalStateException(
                    "journal " + file.path() + ": a plan must be written once, before any intent");
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

    /**
     * Adds a note to the next line, for its readers: which command asked, and why. Give all notes before the first
     * name. A note is read with {@link JournalLine#notes} and changes nothing else.
     *
     * @param field such as {@code command}
     * @throws IllegalArgumentException if the field is one of the journal's own
     */
    public void note(String field, String text) {
        if (JournalEncoder.FIELDS.contains(field)) {
            throw new IllegalArgumentException("a note must have a field of its own; got " + field);
        }
        notes.updateAndGet(before -> {
            Map<String, String> more = new TreeMap<>(before);
            more.put(field, SafeText.of(text));
            return more;
        });
    }

    /**
     * Remembers when a snapshot first tells that the service has noted the cancel, for the line of the outcome. Writes
     * nothing.
     */
    public void saw(Operation snapshot) {
        if (!snapshot.done() && snapshot.info().cancelRequested().orElse(false)) {
            noted.computeIfAbsent(snapshot.name(), name -> time.now());
        }
    }

    /** The contents of the journal when it was opened. */
    public JournalIndex contents() {
        return contents;
    }

    /**
     * The names without a final outcome when the journal was opened: those with an intent, then those only planned.
     *
     * @throws ConfigurationException if the journal was resumed and has no names: its process ended before the first
     *     line was whole, or had nothing to do
     */
    public Stream<OperationName> remaining() {
        if (resumed && contents.names() == 0) {
            throw new ConfigurationException(
                    "journal " + file.path()
                            + ": the process ended before it wrote down a single name, so nothing was cancelled; begin again, or give the same names");
        }
        return toDo.stream();
    }

    /**
     * The names without a final outcome when the journal was opened, then those of {@code names} that it did not have.
     */
    public Stream<OperationName> remaining(Stream<? extends OperationName> names) {
        return Stream.concat(toDo.stream(), names.filter(name -> !contents.holds(JournalKey.of(name))));
    }

    /**
     * Adds the reason of the requests to each intent from now on, see {@code OperationsClientBuilder.requestReason}.
     */
    public CancelJournal reason(String text) {
        reason = Optional.of(text);
        return this;
    }

    /** The number of forces to the disk so far. */
    public long syncs() {
        return lines.forces();
    }

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        return contents.previousRequest(JournalKey.of(name));
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return step(line().intent(JournalKey.of(name), reason), true);
    }

    @Override
    public void response(OperationName name, RequestStatus status) {
        step(line().response(JournalKey.of(name), status), false);
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return step(line().outcome(outcome, noted.remove(outcome.name())), false);
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        noted.remove(name);
        return step(line().failure(JournalKey.of(name), cause), false);
    }

    /**
     * Writes the remaining lines and releases the lock. Returns within four seconds, also if the disk does not respond:
     * then the file stays open and locked until it does, or the process ends.
     *
     * @throws UncheckedIOException if a line could not be written, or not in time; the journal can still be resumed
     */
    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + file.path() + " may lack its last lines; a resume reads these operations again: "
                            + e.getMessage(),
                    e);
        }
    }

    private CompletableFuture<Void> step(byte[] line, boolean force) {
        begun.set(true);
        return lines.write(line, force);
    }

    private JournalEncoder line() {
        return new JournalEncoder(time.now(), notes.get().isEmpty() ? Map.of() : notes.getAndSet(Map.of()));
    }
}
