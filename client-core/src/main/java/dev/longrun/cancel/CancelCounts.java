// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many ended how.
 *
 * @param outcomes without those that did not occur
 * @param failed those without an outcome, as nothing was asked for
 */
public record CancelCounts(Map<OutcomeKind, Long> outcomes, long failed) {
    public static final CancelCounts NONE = new CancelCounts(Map.of(), 0);

    public CancelCounts {
        Map<OutcomeKind, Long> ordered = new EnumMap<>(OutcomeKind.class);
        ordered.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(ordered);
    }

    public CancelCounts plus(CancelResult result) {
        return result.fold(
                told -> plus(OutcomeKind.of(told.outcome())), none -> new CancelCounts(outcomes, failed + 1));
    }

    public CancelCounts plus(OutcomeKind kind) {
        Map<OutcomeKind, Long> more = new EnumMap<>(OutcomeKind.class);
        more.putAll(outcomes);
        more.merge(kind, 1L, Long::sum);
        return new CancelCounts(more, failed);
    }

    public long of(OutcomeKind kind) {
        return outcomes.getOrDefault(kind, 0L);
    }

    public long total() {
        return failed + outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@code 9812 cancelled, 3 completed anyway, 1 not asked for}; {@code none} for none at all. */
    public String describe() {
        Stream<String> told = outcomes.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words());
        Stream<String> without = failed == 0 ? Stream.of() : Stream.of(failed + " not asked for");
        String all = Stream.concat(told, without).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
