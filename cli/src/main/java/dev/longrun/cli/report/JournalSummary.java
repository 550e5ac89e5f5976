// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cli.output.Elapsed;
import dev.longrun.journal.JournalIndex;
import dev.longrun.journal.JournalLine;
import dev.longrun.journal.JournalResult;
import dev.longrun.json.JsonObject;
import dev.longrun.wire.JsonWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a journal says, in short: its counts, the names without a final outcome, and its last lines. */
public final class JournalSummary {
    private static final int SCHEMA_VERSION = 1;
    private static final int LISTED = 20;
    private static final int LAST = 10;

    private final Path file;
    private final JournalIndex index;
    private final Map<String, String> notes = new TreeMap<>();
    private final ArrayDeque<JsonObject> last = new ArrayDeque<>();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();
    private long lines;
    private long bytes;
    private final long torn;

    private JournalSummary(Path file) {
        this.file = file;
        long size = file.toFile().length(); // a process that writes the journal may make it longer meanwhile
        this.index = JournalIndex.read(List.of(file), this::add);
        this.torn = Math.max(0, size - bytes);
    }

    /** @throws dev.longrun.error.ConfigurationException if the file cannot be read, is no journal or is damaged */
    public static JournalSummary of(Path file) {
        return new JournalSummary(file);
    }

    private void add(JournalLine line) {
        lines = line.number();
        bytes += line.bytes();
        notes.putAll(line.notes());
        Optional<Instant> at = line.json().timestamp("at");
        from = from.or(() -> at);
        to = at.or(() -> to);
        last.add(line.json());
        if (last.size() > LAST) {
            last.remove();
        }
    }

    /** For people. */
    public List<String> lines() {
        List<String> text = new ArrayList<>();
        text.add("journal     " + file + ", " + lines + (lines == 1 ? " line, " : " lines, ") + bytes + " bytes");
        if (from.isPresent() && to.isPresent()) {
            Duration elapsed = Duration.between(from.get(), to.get());
            text.add("written     " + from.get() + " to " + to.get() + " (" + Elapsed.seconds(elapsed) + ")");
        }
        notes.forEach((name, note) -> text.add(column(name) + note));
        text.add("names       " + index.names() + (index.isPlanComplete() ? "" : "; its plan is not complete"));
        text.add("outcomes    " + index.counts().describe());
        text.add("unresolved  " + index.unsettled());
        List<JournalResult> open = open();
        open.stream().limit(LISTED).forEach(each -> text.add("  " + state(each) + "  " + each.fullName()));
        if (open.size() > LISTED) {
            text.add("  … and " + (open.size() - LISTED) + " more; --format json lists all");
        }
        text.add("last lines");
        last.forEach(line -> text.add("  " + step(line)));
        if (torn > 0) {
            text.add(
                    "torn        " + torn + (torn == 1 ? " byte" : " bytes")
                            + " after the last whole line, as of a crash or of a line that is being written; they do not count");
        }
        return text;
    }

    private static String column(String name) {
        return name + " ".repeat(Math.max(2, "unresolved  ".length() - name.length()));
    }

    private static String state(JournalResult result) {
        if (result.isFailed()) {
            return ReportRow.ERROR;
        }
        return result.outcome()
                .map(CancelOutcome.Kind::name)
                .orElse(result.isAsked() ? ReportRow.NO_OUTCOME : ReportRow.NOT_BEGUN);
    }

    private static String step(JsonObject line) {
        String event = line.string("event").orElse("");
        String said = line.string("outcome").or(() -> line.string("request")).orElse("");
        return line.string("at").orElse("?") + "  " + event
                + (said.isEmpty() ? "" : " " + said.toLowerCase(Locale.ROOT)) + "  //"
                + line.string("service").orElse("") + '/' + line.string("name").orElse("");
    }

    private List<JournalResult> open() {
        return index.results().filter(each -> !each.isSettled()).toList();
    }

    /** For programs: one object on one line. */
    public String json() {
        JsonWriter json = JsonWriter.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("journal", file.toString())
                .put("lines", lines)
                .put("bytes", bytes)
                .put("tornBytes", torn);
        from.ifPresent(at -> json.put("from", at.toString()));
        to.ifPresent(at -> json.put("to", at.toString()));
        JsonWriter counts = JsonWriter.object();
        index.counts().outcomes().forEach((kind, count) -> counts.put(kind.name(), count));
        return json.put("notes", notes)
                .put("names", index.names())
                .put("planComplete", index.isPlanComplete())
                .putRaw("outcomes", counts.end())
                .put("failed", index.counts().failed())
                .put("unsettled", index.unsettled())
                .putRaw("unresolved", unresolved())
                .putRaw("last", last.stream().map(JournalSummary::shortened).toList())
                .end();
    }

    private Collection<String> unresolved() {
        return open().stream()
                .map(each -> JsonWriter.object()
                        .put("name", each.name())
                        .put("service", each.service())
                        .put("version", each.version())
                        .put("outcome", state(each))
                        .end())
                .toList();
    }

    /** Without the operation and the errors, which can be long. */
    private static String shortened(JsonObject line) {
        JsonWriter json = JsonWriter.object();
        for (String field : List.of("at", "event", "name", "service", "version", "request", "outcome")) {
            line.string(field).ifPresent(text -> json.put(field, text));
        }
        return json.end();
    }
}
