// SPDX-License-Identifier: Apache-2.0
/**
 * A long-running operation as it was read, and the five RPCs of {@code google.longrunning.Operations}.
 *
 * <pre>{@code
 * Operation operation = client.operations().get(name);
 * if (operation.state() == Operation.State.FAILED) {
 *     System.err.println(operation.status().orElseThrow().describe());
 * }
 * }</pre>
 *
 * <p>Read {@link dev.longrun.operation.Operation} first, then {@link dev.longrun.operation.Operations}. An operation is
 * a snapshot: it never changes and is never refreshed. This package does not wait for operations and does not know the
 * outcomes of a cancel.
 */
@NullMarked
package dev.longrun.operation;

import org.jspecify.annotations.NullMarked;
