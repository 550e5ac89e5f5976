// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;

/** What becomes of a wait of the server's. */
record WaitTaker(Reports reports, Target target) implements ReadQueue.Taker<Operation> {
    @Override
    public void took(Operation operation) {
        reports.waited(target, operation);
    }

    @Override
    public void failed(LongrunException error) {
        reports.waitFailed(target);
    }
}
