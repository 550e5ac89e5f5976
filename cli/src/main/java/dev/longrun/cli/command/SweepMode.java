// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

/** What a sweep does with its plan. */
enum SweepMode {
    /** Shows it; on a terminal, asks whether to cancel its operations. */
    ASK,
    /** Cancels its operations without a question. */
    CANCEL,
    /** Shows it and cancels nothing; the exit code tells whether there is anything to cancel. */
    CHECK
}
