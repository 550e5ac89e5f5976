// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;

/** One exchange in twenty is lost, and of the cancels one in twenty meets a throttled and one a busy service. */
final class BadNetwork {
    private BadNetwork() {}

    static void before(FakeOperationsServer server) {
        server.faults().dropRandomly(0.05, 1);
        server.faults().on(ApiMethod.CANCEL).sometimes(0.05, 2, Fault.tooManyRequests());
        server.faults().on(ApiMethod.CANCEL).sometimes(0.05, 3, Fault.unavailable());
    }

    /** What a cancel of an operation must have come to, by the server's own record. */
    static Kind truth(FakeOperationsServer server, String name) {
        return switch (server.operationRecord(name).state().terminalState().orElseThrow()) {
            case CANCELLED -> Kind.CANCELLED;
            case COMPLETED, NO_RESULT -> Kind.COMPLETED_ANYWAY;
            case FAILED -> Kind.FAILED_ANYWAY;
        };
    }
}
