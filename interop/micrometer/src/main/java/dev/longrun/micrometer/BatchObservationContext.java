// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.BatchEvent;
import io.micrometer.observation.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of a batch of cancels, for conventions and handlers. */
public final class BatchObservationContext extends Observation.Context {
    private volatile @Nullable BatchEvent end;

    /** For tests of conventions; a client makes its own. */
    public BatchObservationContext() {}

    /** How it ended; empty until then. */
    public Optional<BatchEvent> end() {
        return Optional.ofNullable(end);
    }

    /** For tests of conventions. */
    public void setEnd(BatchEvent event) {
        end = event;
    }
}
