// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;

/**
 * What becomes of a get.
 *
 * @param confirming whether a whole list did not show the operation
 */
record GetTaker(PollEngine engine, Target target, boolean confirming) implements ReadQueue.Taker<Operation> {
    @Override
    public void took(Operation operation) {
        engine.got(target, operation, confirming);
    }

    @Override
    public void failed(LongrunException error) {
        engine.notKnown(target, error);
    }
}
