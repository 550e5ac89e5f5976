// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.operation.Operation.State;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.text.SafeText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a wait is for: the end of an operation, or something that happens before it. An operation that ends first is not
 * waited for any longer.
 */
public final class WaitCondition {
    /** The end; success is as asked. */
    public static final WaitCondition DONE =
            new WaitCondition("done", Optional.empty(), Set.of(State.SUCCEEDED, State.ENDED));

    private static final String PROGRESS = "progress=";

    private final String text;
    private final Optional<OperationFilter> before;
    private final Set<State> ends;

    private WaitCondition(String text, Optional<OperationFilter> before, Set<State> ends) {
        this.text = text;
        this.before = before;
        this.ends = ends;
    }

    /**
     * Reads {@code done}, {@code progress=80} (percent, or more) or {@code cancel-noted}.
     *
     * @throws IllegalArgumentException if the text is none of them
     */
    public static WaitCondition parse(String text) {
        if (text.equals("done")) {
            return DONE;
        }
        if (text.equals("cancel-noted")) {
            return new WaitCondition(text, Optional.of(OperationFilter.cancelRequested(true)), Set.of(State.CANCELLED));
        }
        if (text.startsWith(PROGRESS)) {
            OperationFilter reached = OperationFilter.parse("progress>=" + text.substring(PROGRESS.length()));
            return new WaitCondition(text, Optional.of(reached), Set.of(State.SUCCEEDED, State.ENDED));
        }
        throw new IllegalArgumentException(
                "expected done, progress=80 (percent) or cancel-noted; got " + SafeText.quoted(text));
    }

    /** Whether it can be met by an operation that runs. */
    public boolean isBeforeTheEnd() {
        return before.isPresent();
    }

    /** Whether the snapshot shows it, apart from the end. */
    public boolean isReached(Operation operation) {
        return before.filter(filter -> filter.matches(operation, Instant.EPOCH)).isPresent(); // no age is compared
    }

    /** The code for the snapshot that ended the wait. */
    ExitCode exitCode(Operation operation) {
        if (isReached(operation) || ends.contains(operation.state())) {
            return ExitCode.OK;
        }
        return operation.state() == State.ENDED ? ExitCode.UNKNOWN : ExitCode.ENDED_OTHERWISE;
    }

    /** As it was read. */
    @Override
    public String toString() {
        return text;
    }
}
