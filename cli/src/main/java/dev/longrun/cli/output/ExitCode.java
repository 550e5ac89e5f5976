// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The exit codes of the process, from best to worst. A command on several names exits with the worst of their codes, so
 * that 0 means that every operation came out as asked.
 */
public enum ExitCode {
    /** Every operation came out as asked. */
    OK(0, "every outcome as asked"),
    /** Ended otherwise: completed or failed, not cancellable, unsupported, not found. */
    ENDED_OTHERWISE(3, "ended otherwise"),
    /** Still running at the deadline. */
    STILL_RUNNING(4, "still running"),
    /** The request was sent, and whether the operation was cancelled is not known. */
    UNKNOWN(5, "unknown"),
    /** The server rejected the request, could not be reached, or sent a response that cannot be read. */
    ERROR(1, "error"),
    /** A name or an option is wrong; nothing was sent for it. */
    USAGE(2, "wrong name or option; nothing was sent for it"),
    /** Ctrl-C. */
    INTERRUPTED(130, "interrupted");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** In a few words, as the help of every command says it. */
    public String meaning() {
        return meaning;
    }

    public ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The code of this number. */
    public static ExitCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no exit code has the number " + number));
    }

    /**
     * The code of a cancel's outcome. An operation that was done before counts by the state it is in.
     *
     * @param state of the newest snapshot; an operation that was done before in a state that is not known counts as
     *     cancelled
     */
    public static ExitCode of(CancelOutcome.Kind kind, Optional<Operation.State> state) {
        return switch (kind) {
            case CANCELLED -> OK;
            case ALREADY_DONE -> alreadyDone(state.orElse(Operation.State.CANCELLED));
            case COMPLETED_ANYWAY, FAILED_ANYWAY, NOT_CANCELLABLE, UNSUPPORTED, NOT_FOUND -> ENDED_OTHERWISE;
            case STILL_RUNNING -> STILL_RUNNING;
            case ENDED, UNKNOWN -> UNKNOWN;
        };
    }

    private static ExitCode alreadyDone(Operation.State state) {
        return switch (state) {
            case CANCELLED -> OK;
            case ENDED -> UNKNOWN;
            case RUNNING, SUCCEEDED, FAILED -> ENDED_OTHERWISE;
        };
    }

    /**
     * The code of a failure. Bad input is {@link #USAGE}, and so is a file that is not there or not fit for use; an
     * error of the disk or the network is not.
     */
    public static ExitCode of(RuntimeException failure) {
        boolean usage = failure instanceof IllegalArgumentException
                || failure instanceof ConfigurationException
                        && (!(failure.getCause() instanceof IOException)
                                || failure.getCause() instanceof NoSuchFileException);
        return usage ? USAGE : ERROR;
    }

    /** Whether the message of the failure says all there is to say; any other failure is a bug in the command. */
    public static boolean isExpected(Throwable failure) {
        return failure instanceof LongrunException
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException;
    }
}
