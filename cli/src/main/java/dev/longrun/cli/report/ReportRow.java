// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.json.JsonObject;
import dev.longrun.text.SafeText;
import dev.longrun.wire.JsonWriter;
import java.util.List;
import java.util.Set;

/**
 * One operation in a report. Its texts are redacted and escaped as {@link SafeText} does, and long ones are cut.
 *
 * @param outcome such as {@code CANCELLED}, or one of {@link #ERROR}, {@link #NO_OUTCOME}, {@link #NOT_BEGUN}
 * @param service empty for a text that is no name
 * @param name without the service
 * @param exit the exit code that this result alone has
 * @param request what became of the cancel request, such as {@code ACCEPTED}; empty if not known
 * @param isNoted whether the service noted the cancel
 * @param reads the number of reads
 * @param elapsed from the begin to the result, in milliseconds; -1 if not known
 * @param words what the service said, or why there is no outcome
 * @param detail statuses and errors as JSON
 */
record ReportRow(
        String outcome,
        String service,
        String name,
        int exit,
        RowTimes times,
        String request,
        boolean isNoted,
        long reads,
        long elapsed,
        String words,
        String detail) {
    /** There is no outcome; for a cancel, nothing was asked for. */
    static final String ERROR = "ERROR";

    /** It was asked for, or about to be, and the run ended before the outcome was known. */
    static final String NO_OUTCOME = "NO_OUTCOME";

    /** Nothing was sent. */
    static final String NOT_BEGUN = "NOT_BEGUN";

    private static final Set<String> OPEN = Set.of("STILL_RUNNING", "UNKNOWN", ERROR, NO_OUTCOME, NOT_BEGUN);
    private static final int LONGEST = 2_000;

    ReportRow {
        service = safe(service);
        name = safe(name);
        words = safe(words);
        detail = safe(detail);
    }

    private static String safe(String text) {
        String shown = SafeText.of(text.length() <= 2 * LONGEST ? text : text.substring(0, 2 * LONGEST));
        int end = shown.length() > LONGEST && Character.isHighSurrogate(shown.charAt(LONGEST - 1))
                ? LONGEST - 1
                : LONGEST;
        return shown.length() <= LONGEST + 1 ? shown : shown.substring(0, end) + '…';
    }

    /** A name without an outcome. */
    static ReportRow without(String outcome, String service, String name, ExitCode exit, RowTimes times, String words) {
        return new ReportRow(outcome, service, name, exit.number(), times, "", false, 0, -1, words, "");
    }

    /** Whether another run can still find out what becomes of it. */
    boolean isOpen() {
        return OPEN.contains(outcome) && !service.isEmpty();
    }

    /** {@code //file.googleapis.com/projects/…}, or the text that is no name. */
    String fullName() {
        return service.isEmpty() ? name : "//" + service + '/' + name;
    }

    /** The row as one line of compact JSON. */
    String json() {
        JsonWriter json = JsonWriter.object()
                .put("o", outcome)
                .put("s", service)
                .put("n", name)
                .put("e", exit)
                .putRaw("t", times.json())
                .put("q", request)
                .put("k", isNoted)
                .put("p", reads)
                .put("d", elapsed)
                .put("w", words);
        return (detail.isEmpty() ? json : json.put("x", detail)).end();
    }

    /** Reads what {@link #json} wrote. */
    static ReportRow parse(JsonObject json) {
        return new ReportRow(
                text(json, "o"),
                text(json, "s"),
                text(json, "n"),
                (int) json.integer("e").orElse(0),
                RowTimes.parse(json.raw("t").orElseThrow()),
                text(json, "q"),
                json.bool("k").orElse(false),
                json.integer("p").orElse(0),
                json.integer("d").orElse(-1),
                text(json, "w"),
                text(json, "x"));
    }

    private static String text(JsonObject json, String field) {
        return json.string(field).orElse("");
    }

    /** The cells of a table; {@link #TITLES} are their titles. */
    List<String> cells() {
        return List.of(
                outcome,
                service,
                name,
                RowTimes.text(times.created()),
                RowTimes.text(times.asked()),
                RowTimes.text(times.answered()),
                RowTimes.text(times.noted()),
                RowTimes.text(times.ended()),
                request,
                isNoted ? "yes" : "no",
                Long.toString(reads),
                elapsed < 0 ? "" : Long.toString(elapsed),
                words);
    }

    static final List<String> TITLES = List.of(
            "outcome",
            "service",
            "name",
            "created",
            "asked",
            "answered",
            "noted_at",
            "ended",
            "request",
            "noted",
            "reads",
            "elapsed_ms",
            "words");
}
