// SPDX-License-Identifier: Apache-2.0
/**
 * What a test of long-running operations needs and the cloud does not give: a clock that obeys, and a server that
 * really listens, whose operations end as told and whose answers get lost on cue.
 *
 * <p>Read {@code VirtualTime}, {@code FakeOperationsServer}, {@code ScriptedOperation}, {@code Fault}, in this order.
 * This package knows the wire and the documented paths; it knows nothing of the client under test and uses only its
 * public types.
 */
@NullMarked
package dev.longrun.testkit;

import org.jspecify.annotations.NullMarked;
