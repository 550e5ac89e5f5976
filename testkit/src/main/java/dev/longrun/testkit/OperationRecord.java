// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/**
 * The server's own record of an operation: the truth that a client's outcome is compared with.
 *
 * @param name the relative resource name
 * @param state when the record was requested
 * @param cancelRequests how many cancels reached the server, rejected and repeated ones included
 */
public record OperationRecord(String name, OperationState state, int cancelRequests) {

    /** True after the end of the operation, whether or not it can still be read. */
    public boolean done() {
        return state.terminalState().isPresent();
    }
}
