// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.task.ShellWord;
import dev.longrun.journal.JournalIndex;
import dev.longrun.journal.JournalLine;
import dev.longrun.journal.JournalResult;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of journals, those of shards as if they were merged. Its counts are those of the {@link JournalIndex}.
 */
public final class JournalReport {
    private static final String COMMAND = "command";
    private static final String RESUME_OPTIONS = "resumeOptions";

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> commands = new LinkedHashSet<>();
    private final Map<String, String> notes = new TreeMap<>();
    private String resumeOptions = "";
    private long from;
    private long to;

    /** What the lines of one name say besides its {@link JournalResult}. */
    private static final class Entry {
        RowTimes times = RowTimes.NONE;
        String failure = "";

        @Nullable
        ReportRow outcome;
    }

    private JournalReport() {}

    /** @throws dev.longrun.error.ConfigurationException if a journal cannot be read or is damaged */
    public static Report of(List<Path> journals) {
        JournalReport lines = new JournalReport();
        JournalIndex index = JournalIndex.read(journals, lines::add);
        List<ReportRow> rows = index.results().map(lines::row).toList();
        RowTally tally = new RowTally();
        rows.forEach(tally::add);
        ReportHeader header = new ReportHeader(
                "journal",
                List.copyOf(lines.commands),
                lines.notes,
                journals.stream().map(Path::toString).toList(),
                OperationsClient.version(),
                lines.from,
                lines.to,
                false);
        return new Report(
                header,
                tally.counts(),
                tally.unresolved(),
                tally.goOn(GoOn.ofJournals(journals, lines.resumeOptions)),
                null,
                sink -> {
                    for (ReportRow row : rows) {
                        sink.accept(row);
                    }
                });
    }

    private void add(JournalLine line) {
        JsonObject json = line.json();
        long at = RowTimes.millis(json, "at");
        from = from == 0 ? at : Math.min(from, at);
        to = Math.max(to, at);
        Map<String, String> said = new TreeMap<>(line.notes());
        String command = said.remove(COMMAND);
        String options = said.remove(RESUME_OPTIONS);
        if (command != null) {
            commands.add(command);
            resumeOptions = options != null && ShellWord.isQuoted(options) ? options : "";
        }
        notes.putAll(said);
        String name = "//" + json.string("service").orElse("") + '/'
                + json.string("name").orElse("");
        add(entries.computeIfAbsent(name, each -> new Entry()), json, at);
    }

    private static void add(Entry entry, JsonObject json, long at) {
        switch (json.string("event").orElse("")) {
            case "intent" -> {
                if (entry.times.asked() == 0) {
                    entry.times = entry.times.withAsked(at);
                }
            }
            case "response", "answer" -> entry.times = entry.times.withAnswered(at);
            case "failure" -> {
                entry.times = entry.times.withEnded(at);
                entry.failure = RowReader.words(json);
            }
            case "outcome", "verdict" -> {
                entry.times = entry.times
                        .withEnded(at)
                        .withCreated(created(json))
                        .withNoted(RowTimes.millis(json, "notedAt"));
                entry.outcome = outcome(json, entry.times);
            }
            default -> {} // planned
        }
    }

    /** Journals of earlier versions have the time within the operation only. */
    private static long created(JsonObject json) {
        return RowTimes.millis(json.timestamp("createTime")
                .or(() -> json.object("operation")
                        .flatMap(operation -> operation.object("metadata"))
                        .flatMap(metadata -> metadata.timestamp("createTime"))));
    }

    private static ReportRow outcome(JsonObject json, RowTimes times) {
        String outcome = json.string("outcome").orElse("");
        Optional<Operation.State> state = json.string("state").map(Operation.State::valueOf);
        ExitCode code = ExitCode.of(CancelOutcome.Kind.valueOf(outcome), state);
        String words = RowReader.words(json);
        if (words.isEmpty() && outcome.equals(CancelOutcome.Kind.ALREADY_DONE.name())) {
            words = state.map(each -> "it had " + ended(each)).orElse("");
        }
        return RowReader.row(json, outcome, code.number(), times, words);
    }

    private static String ended(Operation.State state) {
        return switch (state) {
            case RUNNING -> "not ended";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "been cancelled";
            case ENDED -> "ended, cancelled or completed";
        };
    }

    private ReportRow row(JournalResult result) {
        Entry entry = entries.getOrDefault(result.fullName(), new Entry());
        if (entry.outcome != null && !result.isFailed()) {
            return entry.outcome;
        }
        String outcome =
                result.isFailed() ? ReportRow.ERROR : result.isAsked() ? ReportRow.NO_OUTCOME : ReportRow.NOT_BEGUN;
        ExitCode code = result.isFailed() ? ExitCode.ERROR : ExitCode.UNKNOWN;
        return ReportRow.without(outcome, result.service(), result.name(), code, entry.times, entry.failure);
    }
}
