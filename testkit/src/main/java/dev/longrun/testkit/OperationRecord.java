// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/**
 * What the server itself has on record about an operation: the truth that a client's verdict is held against.
 *
 * @param name the relative resource name
 * @param state at the moment of asking
 * @param cancelRequests how many cancels reached the server, refused and repeated ones included
 */
public record OperationRecord(String name, OperationState state, int cancelRequests) {

    /** True once it ended, whether or not it can still be read. */
    public boolean done() {
        return state.ending().isPresent();
    }
}
