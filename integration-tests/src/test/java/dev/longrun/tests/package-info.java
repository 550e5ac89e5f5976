// SPDX-License-Identifier: Apache-2.0
/**
 * The client against the fake server on a real socket, with virtual time.
 *
 * <p>{@link dev.longrun.tests.CancelTest} holds the table of outcomes, one named test a row.
 */
@NullMarked
package dev.longrun.tests;

import org.jspecify.annotations.NullMarked;
