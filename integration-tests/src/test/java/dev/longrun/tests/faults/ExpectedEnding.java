// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import dev.longrun.tests.faults.Cell.Call;
import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import dev.longrun.tests.faults.Cell.Protocol;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the call of a cell may end. The first ending is the one that the document shows; others are as right, where it
 * depends on time which one is seen.
 */
final class ExpectedEnding {
    static final String ANSWERED = "answered";
    static final String NOT_SENT = "nothing sent";
    static final String MAYBE_SENT = "may have been sent";
    static final String UNREADABLE = "unreadable";
    static final String REJECTED = "rejected with 503";

    private ExpectedEnding() {}

    static List<String> of(Cell cell) {
        return attempts(cell).stream()
                .flatMap(ending -> switch (cell.style()) {
                    case SYNC, ASYNC -> Stream.of(ending);
                    case WATCHER -> watched(cell, ending);
                    case LRO -> exit(cell, ending);
                })
                .distinct()
                .toList();
    }

    /** How a call with a retry ends. */
    private static List<String> attempts(Cell cell) {
        Fault fault = cell.fault();
        return switch (cell.moment()) {
            case CONNECT -> {
                boolean connected = fault != Fault.REFUSE && fault != Fault.STALL;
                yield connected && !cell.isSecure() ? List.of(MAYBE_SENT, NOT_SENT) : List.of(NOT_SENT);
            }
            case HANDSHAKE -> List.of(NOT_SENT);
            case REQUEST ->
                fault == Fault.REFUSE && cell.protocol() == Protocol.HTTP_1 ? List.of(REJECTED) : List.of(MAYBE_SENT);
            case HEADERS -> List.of(fault == Fault.REFUSE ? REJECTED : MAYBE_SENT);
            case BODY ->
                switch (fault) {
                    case GARBAGE -> List.of(UNREADABLE);
                    case OVERSIZED -> List.of(UNREADABLE, MAYBE_SENT); // a slow machine meets the deadline first
                    default -> List.of(MAYBE_SENT);
                };
            case BETWEEN -> afterIdleConnection(cell);
        };
    }

    /** A new connection is healthy, unless the server listens no more. */
    private static List<String> afterIdleConnection(Cell cell) {
        return switch (cell.fault()) {
            case REFUSE -> List.of(MAYBE_SENT, NOT_SENT);
            // Only the timeout of an attempt tells; HTTP/2 keeps the connection, and lro has one attempt.
            case STALL, DRIP -> List.of(MAYBE_SENT, ANSWERED);
            // The bytes stand where the response is expected, if they are there before the connection is taken.
            case GARBAGE, OVERSIZED -> List.of(ANSWERED, MAYBE_SENT);
            default -> List.of(ANSWERED);
        };
    }

    private static Stream<String> watched(Cell cell, String ending) {
        boolean between = cell.moment() == Moment.BETWEEN;
        if (cell.call() == Call.CANCEL) {
            return switch (ending) {
                case ANSWERED -> Stream.of("CANCELLED");
                case NOT_SENT -> Stream.of(between ? "UNKNOWN" : NOT_SENT);
                default -> Stream.of("UNKNOWN");
            };
        }
        return switch (ending) {
            case ANSWERED -> Stream.of("DONE");
            case UNREADABLE -> Stream.of("UNREADABLE");
            default ->
                between && cell.call() == Call.LIST
                        ? Stream.of("TIMED_OUT", "DONE and TIMED_OUT")
                        : Stream.of("TIMED_OUT");
        };
    }

    private static Stream<String> exit(Cell cell, String ending) {
        boolean between = cell.moment() == Moment.BETWEEN;
        return switch (cell.call()) {
            case CANCEL ->
                switch (ending) {
                    case ANSWERED -> Stream.of("exit 0", "exit 5"); // one read more may come too late
                    case NOT_SENT -> Stream.of(between ? "exit 5" : "exit 1");
                    default -> Stream.of("exit 5");
                };
            case WAIT ->
                switch (ending) {
                    case ANSWERED -> Stream.of("exit 3", "exit 4", "exit 5");
                    case UNREADABLE -> Stream.of("exit 1");
                    default -> between ? Stream.of("exit 5", "exit 4") : Stream.of("exit 5");
                };
            // Two names may have two connections, of which the second is healthy.
            case GET, DELETE ->
                between
                        ? Stream.of(ending.equals(ANSWERED) ? "exit 0" : "exit 1", "exit 0")
                        : Stream.of(ending.equals(ANSWERED) ? "exit 0" : "exit 1");
            case LIST -> ending.equals(ANSWERED) ? Stream.of("exit 0") : Stream.of("exit 1");
        };
    }
}
