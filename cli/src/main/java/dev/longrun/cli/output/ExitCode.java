// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NotSentException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * What the process says at its end. The constants go from best to worst: a command on several names ends with the worst
 * of their codes, so that 0 means that all of them came out as asked, and a mistake in the call hides behind nothing.
 */
public enum ExitCode {
    /** Every outcome is the one that was asked for. */
    OK(0),
    /** Ended otherwise: completed or failed anyway, not cancellable, unsupported, not found. */
    ENDED_OTHERWISE(3),
    /** Still running at the deadline. */
    STILL_RUNNING(4),
    /** Asked for, and nobody knows what became of it. */
    UNKNOWN(5),
    /** The server said no, could not be reached, or could not be understood. */
    ERROR(1),
    /** A name or an option is wrong; nothing was sent for it. */
    USAGE(2),
    /** Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
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

    /** The code that this outcome of a cancel stands for. */
    public static ExitCode of(CancelOutcome.Kind kind) {
        return switch (kind) {
            case CANCELLED, ALREADY_DONE -> OK;
            case COMPLETED_ANYWAY, FAILED_ANYWAY, NOT_CANCELLABLE, UNSUPPORTED, NOT_FOUND -> ENDED_OTHERWISE;
            case STILL_RUNNING -> STILL_RUNNING;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /**
     * What was not sent is the caller's to put right, unless circumstances are to blame: the network, the time,
     * credentials, the disk. A file that is not there is no circumstance.
     */
    public static ExitCode of(RuntimeException failure) {
        return failure instanceof LongrunException known ? of(known) : USAGE;
    }

    private static ExitCode of(LongrunException failure) {
        boolean mistake = (failure instanceof NotSentException || failure instanceof ConfigurationException)
                && !failure.isRetryable()
                && (!(failure.getCause() instanceof IOException) || failure.getCause() instanceof NoSuchFileException);
        return mistake ? USAGE : ERROR;
    }
}
