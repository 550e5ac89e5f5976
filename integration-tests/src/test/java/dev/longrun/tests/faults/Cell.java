// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of the matrix.
 *
 * @param protocol of the connection
 * @param moment when the fault happens
 * @param fault what happens
 * @param call what the client calls
 * @param style how the client calls it
 */
record Cell(Protocol protocol, Moment moment, Fault fault, Call call, Style style) {

    enum Protocol {
        HTTP_1("HTTP/1.1"),
        HTTP_2("HTTP/2");

        final String label;

        Protocol(String label) {
            this.label = label;
        }
    }

    enum Moment {
        CONNECT("TCP connect"),
        HANDSHAKE("TLS handshake"),
        REQUEST("request"),
        HEADERS("response headers"),
        BODY("mid-body"),
        BETWEEN("between requests");

        final String label;

        Moment(String label) {
            this.label = label;
        }
    }

    enum Fault {
        REFUSE("refuse"),
        RESET("reset"),
        HALF_CLOSE("half-close"),
        STALL("stall"),
        DRIP("drip"),
        GARBAGE("garbage"),
        OVERSIZED("oversized"),
        EARLY_CLOSE("early close");

        final String label;

        Fault(String label) {
            this.label = label;
        }
    }

    enum Call {
        GET,
        LIST,
        CANCEL,
        WAIT,
        DELETE
    }

    enum Style {
        SYNC("blocking call"),
        ASYNC("asynchronous call"),
        WATCHER("watcher and canceller"),
        LRO("`lro`");

        final String label;

        Style(String label) {
            this.label = label;
        }
    }

    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Style style : Style.values()) {
            for (Moment moment : Moment.values()) {
                for (Fault fault : Fault.values()) {
                    for (Call call : Call.values()) {
                        for (Protocol protocol : Protocol.values()) {
                            cells.add(new Cell(protocol, moment, fault, call, style));
                        }
                    }
                }
            }
        }
        return cells;
    }

    /** Whether the server speaks TLS, or the client believes so. */
    boolean isSecure() {
        return protocol == Protocol.HTTP_2 || moment == Moment.HANDSHAKE;
    }

    /** Why there is no such cell; empty if there is one. */
    String whyNot() {
        if (style == Style.WATCHER && call == Call.DELETE) {
            return "nothing watches a delete";
        } else if (moment == Moment.BODY && fault == Fault.REFUSE) {
            return "a response that has begun is not refused any more";
        }
        return "";
    }

    String id() {
        return style + " " + moment + " " + fault + " " + call + " " + protocol;
    }
}
