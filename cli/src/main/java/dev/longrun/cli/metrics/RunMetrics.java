// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.metrics;

import dev.longrun.call.ClientListener;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.output.RunObserver;
import dev.longrun.cli.task.RequestCounters;
import dev.longrun.cli.task.RequestCounters.RequestKind;
import dev.longrun.cli.task.RequestCounters.RequestSums;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers about one run of a command. All are gauges, as Prometheus has it for batch jobs: each run begins at zero and
 * replaces the numbers of the run before. Thread-safe.
 */
public final class RunMetrics implements RunObserver {
    private static final String PREFIX = "lro_last_run_";

    private final String command;
    private final MetricsFile file;
    private final Console console;
    private final TimeSource time;
    private final long start;
    private final RequestCounters requests = new RequestCounters();
    private volatile @Nullable RowPrinter rows;
    private boolean written;

    /**
     * Begins now.
     *
     * @param command such as {@code cancel}
     * @param file its name tells the numbers of several jobs on one machine apart
     * @param console for the error that the file cannot be written
     */
    public RunMetrics(String command, MetricsFile file, TimeSource time, Console console) {
        this.console = console;
        this.command = command;
        this.file = file;
        this.time = time;
        this.start = time.nanoTime();
    }

    @Override
    public List<ClientListener> listeners() {
        return List.of(requests);
    }

    @Override
    public void begin(RowPrinter printed) {
        rows = printed;
    }

    @Override
    public List<String> interrupted(Collection<OperationName> pending, long notBegun) {
        return write(ExitCode.INTERRUPTED).map(failure -> "lro: " + failure).stream()
                .toList();
    }

    @Override
    public ExitCode end(ExitCode code) {
        Optional<String> failure = write(code);
        failure.ifPresent(console::error);
        return failure.isPresent() ? code.orWorse(ExitCode.ERROR) : code;
    }

    /** Only the first call writes: an interrupt may come while a run ends by itself. Returns why it failed. */
    private synchronized Optional<String> write(ExitCode code) {
        if (written) {
            return Optional.empty();
        }
        written = true;
        try {
            file.write(text(code.number()));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("--metrics-file cannot be written: " + e);
        }
    }

    private String text(int exitCode) {
        GaugeText text = new GaugeText();
        text.metric(PREFIX + "timestamp_seconds", "Unix time at which the last run of lro ended.")
                .sample(with(), BigDecimal.valueOf(time.now().toEpochMilli(), 3));
        text.metric(PREFIX + "duration_seconds", "Duration of the last run.")
                .sample(with(), BigDecimal.valueOf(time.nanoTime() - start, 9));
        text.metric(PREFIX + "exit_code", "Exit code of the last run; 0 means that every outcome was as asked.")
                .sample(with(), exitCode);
        outcomes(text.metric(PREFIX + "outcomes", "Operations of the last run by outcome; ERROR is none."));
        SortedMap<RequestKind, RequestSums> counts = requests.counts();
        text.metric(PREFIX + "requests", "HTTP requests of the last run, retries included; code 0 is no response.");
        requests(text, counts, RequestSums::requests);
        text.metric(PREFIX + "retries", "HTTP requests of the last run that repeated one of the same call.");
        requests(text, counts, RequestSums::retries);
        text.metric(PREFIX + "throttled_requests", "HTTP requests of the last run that were rejected as too many.");
        requests(text, counts, RequestSums::throttled);
        return text.toString();
    }

    private void outcomes(GaugeText text) {
        RowPrinter printed = rows;
        if (printed != null) {
            printed.countsByService()
                    .forEach((service, counts) -> counts.forEach(
                            (outcome, count) -> text.sample(with("service", service, "outcome", outcome), count)));
        }
    }

    private void requests(
            GaugeText text, SortedMap<RequestKind, RequestSums> counts, ToLongFunction<RequestSums> number) {
        counts.forEach((kind, sums) -> text.sample(
                with("service", kind.service(), "method", kind.method(), "code", Integer.toString(kind.httpStatus())),
                number.applyAsLong(sums)));
    }

    /** The labels that all samples have, and more. */
    private Map<String, String> with(String... namesAndValues) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("command", command);
        labels.put("batch", file.batch());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels;
    }
}
