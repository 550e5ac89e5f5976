// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The start or the end of a cancel or a watch of one operation. Immutable. */
public final class OperationEvent {
    private final Kind kind;
    private final OperationName name;
    private final Duration elapsed;
    private final String outcome;
    private final @Nullable Throwable failure;

    /** For tests of listeners; a client makes its own. */
    public OperationEvent(
            Kind kind, OperationName name, Duration elapsed, String outcome, @Nullable Throwable failure) {
        this.kind = kind;
        this.name = name;
        this.elapsed = elapsed;
        this.outcome = outcome;
        this.failure = failure;
    }

    /** What a client does with an operation over several calls. */
    public enum Kind {
        CANCEL,
        WATCH
    }

    public Kind kind() {
        return kind;
    }

    public OperationName name() {
        return name;
    }

    /** The time since the start. */
    public Duration elapsed() {
        return elapsed;
    }

    /** The kind of the outcome, such as {@code CANCELLED} or {@code TIMED_OUT}; empty at the start and on failure. */
    public String outcome() {
        return outcome;
    }

    /** Why it ended without an outcome: an exception, or a cancellation or timeout of its future. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        return kind + " " + name + " " + outcome + " in " + elapsed + (failure == null ? "" : ", " + failure);
    }
}
