// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelCounts;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.journal.JournalEntry.Planned;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The contents of a journal: a file of JSON lines, each with {@code event}, {@code name}, {@code service} and
 * {@code version}, and {@code endpoint} if the host is not the service's usual one. Lines of the same service and name
 * are about the same operation, by whatever version.
 *
 * <table>
 *   <caption>Events</caption>
 *   <tr><td>{@code planned}</td><td>to be cancelled; {@code number} and {@code of} tell whether the plan is complete</td></tr>
 *   <tr><td>{@code intent}</td><td>a request is about to leave</td></tr>
 *   <tr><td>{@code response}</td><td>{@code request}: the status of the requests, as in the evidence</td></tr>
 *   <tr><td>{@code failure}</td><td>nothing was asked for; {@code error} says why</td></tr>
 *   <tr><td>{@code outcome}</td><td>what became of the operation: {@code outcome}, its evidence and {@code state}</td></tr>
 * </table>
 *
 * <p>Each line has {@code at}, the time at which it was written. The line of an outcome has {@code createTime}, where
 * the service tells it, and {@code notedAt}, the time of the first snapshot that told that the service had noted the
 * cancel. The first line of each process may have notes, such as {@code command}. Readers ignore fields that they do
 * not know, so that journals with these fields can be read, resumed and merged by versions without them.
 *
 * <p>A line ends with {@code "crc32c":"0a1b2c3d"}: the CRC-32C, in hexadecimal, of all its bytes before that field and
 * its comma. A line is at most four mebibytes long. Any damage is an error that names the file and the line. A last
 * line without a line break, or with zero bytes to the end of the file, was torn by a crash and counts as not written.
 * Zero bytes before a whole line, as a power failure can leave them, are damage, since they may stand where lines
 * stood.
 *
 * <p>A name whose outcome is not {@linkplain dev.longrun.cancel.CancelOutcome.Kind#isFinal() final} is read again on a
 * resume; the later outcome counts. Journals of earlier versions are read too: {@code schemaVersion} 1 has no checksums
 * and may have the events {@code answer} and {@code verdict}.
 */
public final class JournalIndex {
    private final Map<JournalKey, EntryState> states = new LinkedHashMap<>();
    private long planned;
    private long plannedOf;

    JournalIndex() {}

    /**
     * Reads a journal, also while another process writes it.
     *
     * @throws dev.longrun.error.ConfigurationException if the file cannot be read, is not a journal or is damaged; the
     *     message names the line
     */
    public static JournalIndex read(Path file) {
        JournalIndex contents = new JournalIndex();
        JournalReader.read(file, (entry, line) -> contents.add(entry));
        return contents;
    }

    /**
     * Reads journals, those of shards as if they were merged, and passes on each line in order. A torn last line is not
     * passed on.
     *
     * @throws dev.longrun.error.ConfigurationException as {@link #read(Path)}; the lines before the damage were passed
     *     on
     */
    public static JournalIndex read(List<Path> files, Consumer<JournalLine> lines) {
        JournalIndex contents = new JournalIndex();
        for (Path file : files) {
            AtomicLong number = new AtomicLong();
            JournalReader.read(file, (entry, line) -> {
                contents.add(entry);
                lines.accept(new JournalLine(number.incrementAndGet(), line.length + 1, JsonObject.parse(line)));
            });
        }
        return contents;
    }

    /**
     * Merges the journals of shards into one that can be read and resumed like any other. The parts do not change.
     *
     * @throws dev.longrun.error.ConfigurationException if {@code into} exists or cannot be written, or a part cannot be
     *     read, holds half a plan or not a single name
     */
    public static JournalIndex merge(List<Path> parts, Path into) {
        return new JournalMerge(parts, into).run();
    }

    void add(JournalEntry entry) {
        EntryState before = states.getOrDefault(entry.name(), EntryState.NEW);
        states.put(entry.name(), before.after(entry));
        if (entry instanceof Planned plan) {
            planned++;
            plannedOf = Math.max(plannedOf, plan.of());
        }
    }

    /** What is said of each name, in the order in which the names came. */
    public Stream<JournalResult> results() {
        return states.entrySet().stream().map(each -> JournalResult.of(each.getKey(), each.getValue()));
    }

    /** The number of names. */
    public int names() {
        return states.size();
    }

    /** The number of names without a final outcome. */
    public int unsettled() {
        return (int)
                states.values().stream().filter(state -> !state.isSettled()).count();
    }

    /** The final outcomes by kind, and the number of names that failed so far. */
    public CancelCounts counts() {
        CancelCounts counts = CancelCounts.NONE;
        for (EntryState state : states.values()) {
            if (state.isSettled()) {
                counts = counts.plus(requireNonNull(state.outcome()));
            } else if (state.isFailed()) {
                counts = counts.plusFailed();
            }
        }
        return counts;
    }

    /** The states in which operations were found that had ended before ({@code ALREADY_DONE}), each with its number. */
    public Map<Operation.State, Long> alreadyDone() {
        Map<Operation.State, Long> found = new EnumMap<>(Operation.State.class);
        for (EntryState entry : states.values()) {
            if (entry.outcome() == CancelOutcome.Kind.ALREADY_DONE && entry.state() != null) {
                found.merge(entry.state(), 1L, Long::sum);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /**
     * Returns false if the process ended while it wrote the plan; then nothing was asked for. Returns true for a
     * journal without names.
     */
    public boolean isPlanComplete() {
        return planned >= plannedOf;
    }

    boolean holds(JournalKey name) {
        return states.containsKey(name);
    }

    Optional<RequestStatus> previousRequest(JournalKey name) {
        EntryState state = states.get(name);
        return state == null ? Optional.empty() : state.previousRequest();
    }

    /** The names without a final outcome; those with an intent come first. */
    List<JournalKey> toDo() {
        List<JournalKey> begun = unsettled(EntryState::begun);
        List<JournalKey> notBegun = unsettled(state -> !state.begun());
        begun.addAll(notBegun);
        return begun;
    }

    private List<JournalKey> unsettled(Predicate<EntryState> which) {
        return new ArrayList<>(states.entrySet().stream()
                .filter(each -> !each.getValue().isSettled() && which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
