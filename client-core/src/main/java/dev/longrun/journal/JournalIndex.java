// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.CancelCounts;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.journal.JournalEntry.Planned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a journal tells: a file of JSON lines, each with {@code event}, {@code name}, {@code service} and
 * {@code version}.
 *
 * <table>
 *   <caption>Events</caption>
 *   <tr><td>{@code planned}</td><td>is to be cancelled; {@code number} and {@code of} tell whether the plan is complete</td></tr>
 *   <tr><td>{@code intent}</td><td>its request is about to leave</td></tr>
 *   <tr><td>{@code response}</td><td>how that was answered: {@code request} as in the evidence</td></tr>
 *   <tr><td>{@code failure}</td><td>nothing was asked for; {@code error} says why</td></tr>
 *   <tr><td>{@code outcome}</td><td>what became of it: {@code outcome} and its evidence</td></tr>
 * </table>
 *
 * <p>A last line without a line break was torn by a crash and counts as not written. A name whose verdict is not
 * {@linkplain dev.longrun.cancel.CancelOutcome.Kind#isFinal() final} is not settled: who resumes reads it again, and
 * then its later verdict counts.
 */
public final class JournalIndex {
    private final Map<JournalKey, EntryState> states = new LinkedHashMap<>();
    private long planned;
    private long plannedOf;

    JournalIndex() {}

    /**
     * Reads a journal, also one that is being written.
     *
     * @throws dev.longrun.error.NotSentException if it cannot be read, is none or is damaged; the message has the line
     */
    public static JournalIndex read(Path file) {
        JournalIndex contents = new JournalIndex();
        JournalReader.read(file, (entry, line) -> contents.add(entry));
        return contents;
    }

    /**
     * Puts the journals of shards together: a journal that can be read and resumed like any other. The parts stay as
     * they are.
     *
     * @throws dev.longrun.error.NotSentException if {@code into} exists or cannot be written, or a part cannot be read,
     *     holds half a plan or not a single name
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

    /** How many names it has. */
    public int names() {
        return states.size();
    }

    /** Names that are planned or begun and have no final verdict. */
    public int unsettled() {
        return (int)
                states.values().stream().filter(state -> !state.isSettled()).count();
    }

    /** The verdicts of settled names by outcome, and the names that failed so far. */
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

    /**
     * False if the process died while it wrote the plan; then nothing was asked for. Without a single name there is no
     * telling.
     */
    public boolean isPlanComplete() {
        return planned >= plannedOf;
    }

    boolean holds(JournalKey name) {
        return states.containsKey(name);
    }

    Optional<RequestStatus> previousRequest(JournalKey name) {
        return states.getOrDefault(name, EntryState.NEW).previousRequest();
    }

    /** Those begun first, as they may be under way at the service. */
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
