// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import dev.longrun.tests.faults.Cell.Call;
import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import dev.longrun.tests.faults.Cell.Protocol;
import dev.longrun.tests.faults.Cell.Style;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The document of the matrix, in Markdown. */
final class FaultTable {
    private static final String INTRODUCTION = """
            # Faults

            What becomes of a call when the network or the server fails, as seen over real sockets: `FaultMatrixTest` runs each
            cell, over HTTP/1.1 and HTTP/2, with a deadline of %d ms, and writes this file. Each call ends within its deadline and
            250 ms, in a heap of %s, and leaves no socket and no thread.

            *Nothing sent* is `UnreachableException`, or for `lro` exit 1. *May have been sent* is `NoResponseException` or
            `DeadlineExceededException`; for a cancel it makes the outcome `UNKNOWN` (exit 5), if the operation cannot be read either.
            *Unreadable* is `UnreadableResponseException`. Every connection fails in the same way; between requests only the first one
            does. HTTP/2 is over TLS, HTTP/1.1 is not, but for the handshake. Where two endings are possible, because it depends on time
            which one is seen, the table has the usual one.

            There are no such cells:

            """;

    private FaultTable() {}

    /** @param endings of the cells, by their ids */
    static String of(Map<String, String> endings, String heap) {
        StringBuilder text = new StringBuilder(INTRODUCTION.formatted(CellRun.DEADLINE.toMillis(), heap));
        missing().forEach(reason -> text.append("- ").append(reason).append('\n'));
        for (Style style : Style.values()) {
            text.append("\n## By ").append(style.label).append("\n\n| moment | fault |");
            for (Call call : Call.values()) {
                text.append(' ').append(call.name().toLowerCase(Locale.ROOT)).append(" |");
            }
            text.append("\n| --- | --- |").append(" --- |".repeat(Call.values().length));
            for (Moment moment : Moment.values()) {
                for (Fault fault : Fault.values()) {
                    text.append("\n| ")
                            .append(moment.label)
                            .append(" | ")
                            .append(fault.label)
                            .append(" |");
                    for (Call call : Call.values()) {
                        text.append(' ')
                                .append(both(style, moment, fault, call, endings))
                                .append(" |");
                    }
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> missing() {
        return Cell.all().stream()
                .filter(cell -> !cell.whyNot().isEmpty())
                .map(Cell::whyNot)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String both(Style style, Moment moment, Fault fault, Call call, Map<String, String> endings) {
        List<String> shown = List.of(Protocol.values()).stream()
                .map(protocol -> shown(new Cell(protocol, moment, fault, call, style), endings))
                .toList();
        return shown.stream().distinct().count() == 1
                ? shown.get(0)
                : shown.get(0) + " (" + Protocol.HTTP_2.label + ": " + shown.get(1) + ")";
    }

    private static String shown(Cell cell, Map<String, String> endings) {
        if (!cell.whyNot().isEmpty()) {
            return "none";
        }
        String seen = endings.getOrDefault(cell.id(), "not run");
        List<String> expected = ExpectedEnding.of(cell);
        return expected.contains(seen) ? expected.get(0) : "**" + seen + "**";
    }
}
