// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** The number of results by kind of outcome. Immutable. */
public final class CancelCounts {
    /** No results. */
    public static final CancelCounts NONE = new CancelCounts(new EnumMap<>(CancelOutcome.Kind.class), 0);

    private final EnumMap<CancelOutcome.Kind, Long> outcomes;
    private final long failed;

    private CancelCounts(EnumMap<CancelOutcome.Kind, Long> outcomes, long failed) {
        this.outcomes = outcomes;
        this.failed = failed;
    }

    public CancelCounts plus(CancelResult result) {
        return result.outcome().map(outcome -> plus(outcome.kind())).orElseGet(this::plusFailed);
    }

    public CancelCounts plus(CancelOutcome.Kind kind) {
        EnumMap<CancelOutcome.Kind, Long> more = new EnumMap<>(outcomes);
        more.merge(kind, 1L, Long::sum);
        return new CancelCounts(more, failed);
    }

    /** One more cancel without an outcome. */
    public CancelCounts plusFailed() {
        return new CancelCounts(outcomes, failed + 1);
    }

    /** The kinds that occurred, in the order of the enum, each with its number. */
    public Map<CancelOutcome.Kind, Long> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** The number of outcomes of this kind. */
    public long of(CancelOutcome.Kind kind) {
        return outcomes.getOrDefault(kind, 0L);
    }

    /** The number of cancels without an outcome: nothing was asked for. */
    public long failed() {
        return failed;
    }

    /** The number of results, failed ones included. */
    public long total() {
        long total = failed;
        for (long count : outcomes.values()) {
            total += count;
        }
        return total;
    }

    /** {@code 9812 cancelled, 3 completed anyway, 1 not asked for}; {@code none} for none at all. */
    public String describe() {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("none");
        outcomes.forEach((kind, count) -> text.add(count + " " + kind.words()));
        if (failed > 0) {
            text.add(failed + " not asked for");
        }
        return text.toString();
    }

    /** As {@link #describe()}. */
    @Override
    public String toString() {
        return describe();
    }
}
