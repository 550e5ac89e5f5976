// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.OperationEvent;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of a cancel or a watch, for conventions and handlers. */
public final class OperationObservationContext extends Observation.Context {
    private final OperationEvent start;
    private volatile @Nullable OperationEvent end;

    /** For tests of conventions; a client makes its own. */
    public OperationObservationContext(OperationEvent start) {
        this.start = start;
    }

    /** What began. */
    public OperationEvent start() {
        return start;
    }

    /** How it ended; empty until then. */
    public Optional<OperationEvent> end() {
        return Optional.ofNullable(end);
    }

    /** For tests of conventions. */
    public void setEnd(OperationEvent event) {
        end = event;
    }
}
