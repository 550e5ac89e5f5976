// SPDX-License-Identifier: Apache-2.0
/**
 * A fake Google Cloud for tests with JUnit Jupiter: a server, a clock and a client as parameters of the test.
 *
 * <pre>{@code
 * @FakeOperations
 * class CleanUpTest {
 *
 *     @Test
 *     void cancelsWhatIsLeft(FakeOperationsServer server, OperationsClient client) {
 *         OperationName name = Filestore.project("p").location("us-central1-a").operation("backup-1");
 *         server.operation(name.value()).cancelsAfter(Duration.ofHours(2));
 *
 *         CancelOutcome outcome = client.canceller().cancel(name, CancelOptions.defaults().withTimeout(Duration.ofHours(3)));
 *
 *         assertEquals(CancelOutcome.Kind.CANCELLED, outcome.kind());
 *     }
 * }
 * }</pre>
 *
 * <p>The two hours pass in milliseconds: the clock of server and client is a {@link dev.longrun.testkit.VirtualTime}.
 * {@link dev.longrun.junit.FakeOperations} says what can be a parameter, how long each lives, and what a failed test
 * leaves in the report. JUnit 6.0 or newer is required; its version is that of the application's tests.
 */
@NullMarked
package dev.longrun.junit;

import org.jspecify.annotations.NullMarked;
