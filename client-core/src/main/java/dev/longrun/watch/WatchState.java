// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

/**
 * What is being done about one watched operation, and the table of transitions. Pure.
 *
 * <pre>
 *                    read due  list busy         read began  wait began      read ended  missing  shown           list ended  reset  unwatched
 * IDLE               DUE                                                                          IDLE                        IDLE   UNWATCHED
 * DUE                          WAITING_FOR_LIST  READING     IN_SERVER_WAIT                       IDLE                        IDLE   UNWATCHED
 * WAITING_FOR_LIST   DUE                                                                          IDLE            IDLE        IDLE   UNWATCHED
 * READING                                                                    IDLE        DUE      READING                     IDLE   UNWATCHED
 * IN_SERVER_WAIT     DUE                                                     IDLE                 IN_SERVER_WAIT              IDLE   UNWATCHED
 * </pre>
 *
 * An empty cell cannot happen and is rejected.
 */
enum WatchState {
    /** Waits until the next read is due. */
    IDLE,
    /** A read is due; the request is being chosen or waits until fewer are in flight. */
    DUE,
    /** A read is due; a list of the parent, which may show the operation, is in flight. */
    WAITING_FOR_LIST,
    /** A get, or a list that stands for it, is in flight. */
    READING,
    /** A server-side wait is in flight. */
    IN_SERVER_WAIT,
    /** No watch is left. The object is no longer used. */
    UNWATCHED;

    /** What happens to a watched operation. */
    enum Event {
        /** Its time to be read has come. */
        READ_DUE,
        /** A list of the parent is in flight, and there is time to wait for it. */
        LIST_BUSY,
        /** A get, or a list that stands for it, was sent. */
        READ_BEGAN,
        /** A server-side wait was sent. */
        WAIT_BEGAN,
        /** A get or wait succeeded or failed, the list that stood for a get showed the operation, or failed. */
        READ_ENDED,
        /** The list that stood for a get did not show the operation. */
        MISSING,
        /** A list that was sent for other operations showed this one. */
        SHOWN,
        /** The list of the parent ended. */
        LIST_ENDED,
        /** An unexpected exception: whatever was being done is given up. */
        RESET,
        /** The last watch ended. */
        UNWATCHED
    }

    /** @throws IllegalStateException if the event cannot happen in this state */
    WatchState after(Event event) {
        if (this == UNWATCHED) {
            throw impossible(event);
        }
        return switch (event) {
            case READ_DUE ->
                switch (this) {
                    case IDLE, WAITING_FOR_LIST, IN_SERVER_WAIT -> DUE;
                    default -> throw impossible(event);
                };
            case LIST_BUSY -> from(DUE, event, WAITING_FOR_LIST);
            case READ_BEGAN -> from(DUE, event, READING);
            case WAIT_BEGAN -> from(DUE, event, IN_SERVER_WAIT);
            case READ_ENDED ->
                switch (this) {
                    case READING, IN_SERVER_WAIT -> IDLE;
                    default -> throw impossible(event);
                };
            case MISSING -> from(READING, event, DUE);
            case SHOWN ->
                switch (this) {
                    case READING, IN_SERVER_WAIT -> this;
                    default -> IDLE;
                };
            case LIST_ENDED -> from(WAITING_FOR_LIST, event, IDLE);
            case RESET -> IDLE;
            case UNWATCHED -> UNWATCHED;
        };
    }

    private WatchState from(WatchState only, Event event, WatchState next) {
        if (this != only) {
            throw impossible(event);
        }
        return next;
    }

    private IllegalStateException impossible(Event event) {
        return new IllegalStateException(event + " cannot happen to an operation that is " + this);
    }
}
