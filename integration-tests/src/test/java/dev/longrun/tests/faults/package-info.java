// SPDX-License-Identifier: Apache-2.0
/**
 * What becomes of each call when the network or the server fails at each moment, over real sockets.
 *
 * <p>Read {@link dev.longrun.tests.faults.Cell} and {@link dev.longrun.tests.faults.ExpectedEnding} first; then
 * {@code FaultServer}, which fails as a cell says, and {@code FaultMatrix}, which runs all cells in a process of its
 * own.
 */
@NullMarked
package dev.longrun.tests.faults;

import org.jspecify.annotations.NullMarked;
