// SPDX-License-Identifier: Apache-2.0
/**
 * Tools for tests of long-running operations: a clock that the test moves, and a server on a real socket whose
 * operations end as scripted and whose responses can be delayed, damaged or lost.
 *
 * <pre>{@code
 * try (VirtualTime time = VirtualTime.autoAdvancing();
 *         FakeOperationsServer server = FakeOperationsServer.start(time);
 *         OperationsClient client =
 *                 OperationsClient.builder().endpoint(server.url()).time(time).build()) {
 *     OperationName name = Filestore.project("acme").location("us-central1").operation("operation-17");
 *     server.operation(name.value()).cancelsAfter(Duration.ofMinutes(5)); // of virtual time
 *     server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());
 *     assertThat(client.canceller().cancel(name).isCancelled()).isTrue();
 * }
 * }</pre>
 *
 * <p>Read {@code VirtualTime}, {@code FakeOperationsServer}, {@code ScriptedOperation}, {@code Fault}, in this order.
 * This package implements the server side of the protocol. It must not use the client under test, only its public
 * values.
 */
@NullMarked
package dev.longrun.testkit;

import org.jspecify.annotations.NullMarked;
