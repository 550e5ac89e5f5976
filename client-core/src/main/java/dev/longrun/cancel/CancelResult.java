// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one cancel of a batch: an outcome, or the exception that a single cancel throws in its place. A failure
 * means that nothing was asked for, so the operation is as it was. Immutable.
 */
public final class CancelResult {
    private final OperationName name;
    private final @Nullable CancelOutcome outcome;
    private final @Nullable LongrunException failure;

    private CancelResult(OperationName name, @Nullable CancelOutcome outcome, @Nullable LongrunException failure) {
        this.name = name;
        this.outcome = outcome;
        this.failure = failure;
    }

    static CancelResult of(CancelOutcome outcome) {
        return new CancelResult(outcome.name(), outcome, null);
    }

    static CancelResult failed(OperationName name, LongrunException failure) {
        return new CancelResult(name, null, requireNonNull(failure));
    }

    public OperationName name() {
        return name;
    }

    /** What became of the operation; empty if the cancel failed. */
    public Optional<CancelOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why nothing was asked for; empty if there is an outcome. */
    public Optional<LongrunException> failure() {
        return Optional.ofNullable(failure);
    }

    /** One line for people. */
    public String describe() {
        return outcome != null
                ? outcome.describe()
                : name + ": nothing was asked for: " + requireNonNull(failure).getMessage();
    }

    /** As {@link #describe()}. */
    @Override
    public String toString() {
        return describe();
    }
}
