// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;

/**
 * What becomes of a get.
 *
 * @param confirming whether a whole list did not show the operation
 */
record GetTaker(Reports reports, Target target, boolean confirming) implements ReadQueue.Taker<Operation> {
    @Override
    public void took(Operation operation) {
        reports.got(target, operation, confirming);
    }

    @Override
    public void failed(LongrunException error) {
        reports.notKnown(target, error);
    }
}
