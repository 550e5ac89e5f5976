// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.util.stream.Collectors.joining;

import dev.longrun.cli.output.OperationRow;
import dev.longrun.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters, limits and sorts what pages bring, and counts what it leaves out. Not thread-safe. */
final class ListedOperations {
    /** The most operations that are sorted. */
    static final int MOST = 100_000;

    private final ListQuery query;
    private final Instant now;
    private final Optional<SortedOperations<?>> sorted;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private long seen;
    private long shown;

    /** @param now the time that ages are counted to */
    ListedOperations(ListQuery query, Instant now) {
        this.query = query;
        this.now = now;
        this.sorted = query.order().map(order -> order.sorted((int) Math.min(query.limit(), MOST)));
    }

    /** The rows that a page adds to the table; none if the rows are to be sorted. */
    List<OperationRow> take(List<Operation> page) {
        List<OperationRow> added = new ArrayList<>();
        for (Operation operation : page) {
            if (isComplete()) {
                break;
            }
            seen++;
            Optional<String> reason = query.reasonAgainst(operation, now);
            reason.ifPresent(why -> leftOut.merge(why, 1L, Long::sum));
            if (reason.isEmpty()) {
                shown++;
                sorted.ifPresentOrElse(
                        order -> order.add(operation), () -> added.add(new OperationRow(operation, now)));
            }
        }
        return added;
    }

    /** Whether no page can add a row. */
    boolean isComplete() {
        return query.limit() == 0 || sorted.isEmpty() && shown >= query.limit();
    }

    /** Whether there are too many to be sorted. */
    boolean isOverfull() {
        return sorted.isPresent() && query.limit() > MOST && shown > MOST;
    }

    /** The sorted rows; none if they are not to be sorted. */
    List<OperationRow> inOrder() {
        return sorted.map(SortedOperations::all).orElse(List.of()).stream()
                .map(operation -> new OperationRow(operation, now))
                .toList();
    }

    /** What filters left out: {@code 3 of 17 operations match; left out: verb is not create: 14}. */
    Optional<String> summary() {
        return query.filters().isEmpty() || seen == 0
                ? Optional.empty()
                : Optional.of(shown + " of " + seen + " operations match" + reasons());
    }

    private String reasons() {
        return leftOut.isEmpty()
                ? ""
                : leftOut.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(joining(", ", "; left out: ", ""));
    }
}
