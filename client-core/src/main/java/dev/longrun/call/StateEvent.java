// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.service.OperationName;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a read showed of an operation. Contains no metadata or response. Immutable. */
public final class StateEvent {
    private final OperationName name;
    private final String state;
    private final Optional<String> serviceState;
    private final OptionalDouble percent;
    private final boolean cancelRequested;

    /** For tests of tracers; a client makes its own. */
    public StateEvent(
            OperationName name,
            String state,
            Optional<String> serviceState,
            OptionalDouble percent,
            boolean cancelRequested) {
        this.name = name;
        this.state = state;
        this.serviceState = serviceState;
        this.percent = percent;
        this.cancelRequested = cancelRequested;
    }

    public OperationName name() {
        return name;
    }

    /** {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code CANCELLED} or {@code ENDED}. */
    public String state() {
        return state;
    }

    /** The state in the service's words, such as {@code PENDING}, where it tells one. */
    public Optional<String> serviceState() {
        return serviceState;
    }

    /** The progress from 0 to 100, where the service tells it. */
    public OptionalDouble percent() {
        return percent;
    }

    /** Whether the service has noted a cancel request. */
    public boolean cancelRequested() {
        return cancelRequested;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateEvent that
                && name.equals(that.name)
                && state.equals(that.state)
                && serviceState.equals(that.serviceState)
                && percent.equals(that.percent)
                && cancelRequested == that.cancelRequested;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, state, serviceState, percent, cancelRequested);
    }

    @Override
    public String toString() {
        return name + " " + serviceState.orElse(state)
                + (percent.isPresent() ? " " + Math.round(percent.getAsDouble()) + " %" : "")
                + (cancelRequested ? ", cancel requested" : "");
    }
}
