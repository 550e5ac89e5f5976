// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;

/** Opens the seam of a batch to the simulation: its thread is a simulated one. */
public final class SimulatedBatches {
    private SimulatedBatches() {}

    public static CancelBatch begin(
            LroCanceller canceller, Iterator<OperationName> names, BatchOptions options, ExecutorService feeding) {
        return canceller.cancelAll(names, options, feeding);
    }
}
