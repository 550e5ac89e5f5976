// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

/** What a run may contain beside plain cancels and watches. A seed draws some of them; a shrunk run leaves some out. */
enum Feature {
    /** Several names are cancelled as a batch. */
    BATCH(60),
    /** The batch has a journal. */
    JOURNAL(70),
    /**
     * The process with the batch ends at a moment, or in the middle of a write, and another one resumes the journal.
     */
    CRASH(40),
    /** Another process tries to open the journal. */
    SECOND_PROCESS(20),
    /** The disk takes no more bytes. */
    FULL_DISK(6),
    /** The log of a batch without a journal throws, fails, or answers late or never. */
    HOSTILE_LOG(40),
    /** The source of a batch throws. */
    BROKEN_SOURCE(15),
    /** The source of a batch has names twice. */
    DUPLICATE_NAMES(25),
    /** The batch begins few cancels a second. */
    SLOW_BATCH(25),
    /** The batch is closed early. */
    CLOSED_BATCH(12),
    /** Several clients, each in a process of its own, work on the same operations. */
    MANY_CLIENTS(25),
    /** The clients have a fixed rate of requests. */
    FIXED_RATE(15),
    /** A client is closed early. */
    CLOSED_CLIENT(12),
    /** Callers cancel futures. */
    LEAVING_CALLERS(25),
    /** Listeners throw. */
    THROWING_LISTENERS(25),
    /** Connections are refused, or reset before the request arrived. */
    BROKEN_CONNECTIONS(35),
    /** Requests are served and their answers lost. */
    LOST_ANSWERS(40),
    /** Requests stay without an answer. */
    STALLS(25),
    /** Answers take much longer than usual, so that later requests are answered earlier. */
    LATE_ANSWERS(30),
    /** Requests arrive twice. */
    DUPLICATED_REQUESTS(20),
    /** 429, with and without a Retry-After. */
    THROTTLING(35),
    /** 500, 502 and 503, with and without a Retry-After, for requests that were served or not. */
    SERVER_ERRORS(35),
    /** 200 with a page, half an operation or another one. */
    UNREADABLE_ANSWERS(20),
    /** 403, and the 404 of a front end. */
    REFUSALS(12),
    /** Operations are gone, some for a while. */
    VANISHING_OPERATIONS(20),
    /** Lists lag, miss operations, or have many pages. */
    POOR_LISTS(35),
    /** Lists are rejected. */
    NO_LISTS(20),
    /** The service can wait for an end; it may reject that, answer early or late, or never. */
    SERVER_WAITS(25),
    /** Services without lists, without cancels or without parents, other metadata, two versions of a name. */
    OTHER_SERVICES(25),
    /** Hints are dates, by the clock of the service, which may be wrong. */
    HTTP_DATES(25),
    /** Writes to the disk of a journal return much later, or never. */
    FROZEN_DISK(12),
    /** Threads that block are interrupted. */
    INTERRUPTS(15),
    /** The wall clock jumps. */
    CLOCK_STEPS(25),
    /** Timers fire late. */
    LATE_TIMERS(25);

    private final int percent;

    Feature(int percent) {
        this.percent = percent;
    }

    /** The share of seeds that have it. */
    int percent() {
        return percent;
    }
}
