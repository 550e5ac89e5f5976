// SPDX-License-Identifier: Apache-2.0
/**
 * Tools for tests of long-running operations: a clock that the test moves, and a server on a real socket whose
 * operations end as scripted and whose responses can be delayed, damaged or lost.
 *
 * <p>Read {@code VirtualTime}, {@code FakeOperationsServer}, {@code ScriptedOperation}, {@code Fault}, in this order.
 * This package implements the server side of the protocol. It must not use the client under test, only its public
 * values.
 */
@NullMarked
package dev.longrun.testkit;

import org.jspecify.annotations.NullMarked;
