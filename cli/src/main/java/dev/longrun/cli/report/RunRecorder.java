// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RunObserver;
import dev.longrun.error.ConfigurationException;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Records a command while it runs, and writes its report when it ends, also by Ctrl-C. Rows go to a {@link RowSpool};
 * the memory holds the operations in flight. A report that cannot be written changes no result, only the exit code, and
 * a disk that does not respond holds up no request: only results wait for the file of rows. Thread-safe.
 */
public final class RunRecorder implements RunObserver, ClientListener {
    private static final int NOTE = 4;
    private static final int SECONDS_TO_WAIT = 2;
    private static final int SECONDS_TO_WRITE = 10;

    private final ReportFile file;
    private final String kind;
    private final String command;
    private final GoOn goOn;
    private final TimeSource time;
    private final Console console;
    private final RowSpool spool;
    private final long start;

    /** Guards what follows, but for the moments and the traffic, which are thread-safe. */
    private final ReentrantLock rows = new ReentrantLock();

    private final RowTally tally = new RowTally();
    private final InFlightTimes inFlight = new InFlightTimes();
    private final TrafficLog traffic = new TrafficLog();
    private volatile @Nullable IOException problem;
    private volatile boolean written;

    private RunRecorder(
            ReportFile file, String kind, String command, GoOn goOn, TimeSource time, Console console, RowSpool spool) {
        this.file = file;
        this.kind = kind;
        this.command = command;
        this.goOn = goOn;
        this.time = time;
        this.console = console;
        this.spool = spool;
        this.start = time.now().toEpochMilli();
    }

    /**
     * Begins to record.
     *
     * @param file as {@link ReportFile#check} returned it
     * @param kind {@code cancel}, {@code sweep} or {@code wait}
     * @param command the command line
     * @throws ConfigurationException if no temporary file can be created
     */
    public static RunObserver start(
            ReportFile file, String kind, String command, GoOn goOn, TimeSource time, Console console) {
        try {
            return new RunRecorder(file, kind, command, goOn, time, console, RowSpool.create());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "--report " + file.path() + ": no temporary file can be created for its rows: " + e, e);
        }
    }

    @Override
    public List<ClientListener> listeners() {
        return List.of(this);
    }

    @Override
    public void operationStarted(OperationEvent event) {
        inFlight.started(event, now());
    }

    @Override
    public void callStarted(CallEvent call) {
        inFlight.called(call, now());
    }

    @Override
    public void attemptEnded(AttemptEvent event) {
        traffic.add(event, now());
        inFlight.attempted(event, now());
    }

    @Override
    public void saw(Operation snapshot) {
        inFlight.saw(snapshot, now());
    }

    @Override
    public void ended(OperationName name, @Nullable Row row, @Nullable Throwable failure) {
        rows.lock();
        try {
            RowTimes before = inFlight.remove(name.fullName());
            RowTimes times = (before == null ? RowTimes.NONE : before).withEnded(now());
            if (row == null) {
                String words = failure == null ? "" : String.valueOf(failure.getMessage());
                ExitCode code = failure instanceof RuntimeException known ? ExitCode.of(known) : ExitCode.ERROR;
                add(ReportRow.without(ReportRow.ERROR, name.service().name(), name.value(), code, times, words));
                return;
            }
            JsonObject json = JsonObject.parse(row.json());
            long elapsed = json.integer("elapsedMs").orElse(0);
            RowTimes asked =
                    times.asked() == 0 && !json.string("request").orElse("").equals("NOT_SENT")
                            ? times.withAsked(times.ended() - elapsed)
                            : times;
            List<String> cells = row.cells();
            String words = cells.size() > NOTE ? cells.get(NOTE) : "";
            add(RowReader.row(json, cells.get(0), row.exitCode().number(), asked, words));
        } finally {
            rows.unlock();
        }
    }

    @Override
    public void rejected(String text, RuntimeException failure) {
        rows.lock();
        try {
            RowTimes times = RowTimes.NONE.withEnded(now());
            add(ReportRow.without(
                    ReportRow.ERROR, "", text, ExitCode.of(failure), times, String.valueOf(failure.getMessage())));
        } finally {
            rows.unlock();
        }
    }

    @Override
    public List<String> interrupted(Collection<OperationName> pending, long notBegun) {
        if (!isFree()) {
            return List.of("lro: --report " + file.path() + ": not written, as the disk of its rows does not respond");
        }
        try {
            Set<String> names = new LinkedHashSet<>();
            pending.forEach(name -> names.add(name.fullName()));
            addWithoutOutcome(names);
            tally.addNotBegun(notBegun);
            return writeInTime() ? List.of("report: " + file.path()) : List.of("lro: " + failure());
        } finally {
            rows.unlock();
        }
    }

    @Override
    public ExitCode end(ExitCode code) {
        rows.lock();
        try {
            if (written) {
                return code;
            }
            addWithoutOutcome(Set.of());
            if (tally.isEmpty() && code.orWorse(ExitCode.ERROR) == code) {
                close(); // nothing was begun, and stderr says why
                return code;
            }
            if (write(code == ExitCode.INTERRUPTED)) {
                console.note("lro: the report is in " + file.path());
                return code;
            }
            console.error(failure());
            return code.orWorse(ExitCode.ERROR);
        } finally {
            rows.unlock();
        }
    }

    /** Those in flight, and others that have no result. */
    private void addWithoutOutcome(Set<String> others) {
        Set<String> names = new LinkedHashSet<>(inFlight.names());
        names.addAll(others);
        for (String name : names) {
            RowTimes known = inFlight.remove(name);
            RowTimes times = known == null ? RowTimes.NONE : known;
            String outcome = times.asked() == 0 ? ReportRow.NOT_BEGUN : ReportRow.NO_OUTCOME;
            int slash = name.indexOf('/', 2);
            add(ReportRow.without(
                    outcome, name.substring(2, slash), name.substring(slash + 1), ExitCode.UNKNOWN, times, ""));
        }
    }

    private void add(ReportRow row) {
        if (written) {
            return;
        }
        tally.add(row);
        try {
            spool.add(row);
        } catch (IOException e) {
            problem = e;
        }
    }

    /** Waits for the rows; a disk can freeze, and the process must end. */
    private boolean isFree() {
        try {
            return rows.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** On a thread of its own, as a disk can freeze and the process must end. */
    private boolean writeInTime() {
        FutureTask<Boolean> writing = new FutureTask<>(() -> write(true));
        Thread writer = new Thread(writing, "lro-report");
        writer.setDaemon(true);
        try {
            writer.start();
            return writing.get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError | ExecutionException | TimeoutException e) {
            problem = new IOException("not in time: " + e);
        }
        return false;
    }

    private boolean write(boolean interrupted) {
        written = true;
        ReportHeader header = new ReportHeader(
                kind, List.of(command), Map.of(), List.of(), OperationsClient.version(), start, now(), interrupted);
        Report report = new Report(header, tally.counts(), tally.unresolved(), tally.goOn(goOn), traffic, spool);
        if (problem == null) {
            try {
                file.write(ReportFormat.HTML, report);
            } catch (IOException e) {
                problem = e;
            }
        }
        close();
        return problem == null;
    }

    private String failure() {
        return "--report " + file.path() + ": not written: " + problem;
    }

    private void close() {
        written = true;
        try {
            spool.close();
        } catch (IOException e) {
            console.detail("the temporary file of the report: " + e);
        }
    }

    private long now() {
        return time.now().toEpochMilli();
    }
}
