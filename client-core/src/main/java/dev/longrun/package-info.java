// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point: {@link dev.longrun.OperationsClient} wires everything below it together.
 *
 * <p>No other package imports this one.
 */
@NullMarked
package dev.longrun;

import org.jspecify.annotations.NullMarked;
