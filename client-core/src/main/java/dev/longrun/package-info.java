// SPDX-License-Identifier: Apache-2.0
/**
 * The entry point: {@link dev.longrun.OperationsClient} wires everything below it together.
 *
 * <pre>{@code
 * try (OperationsClient client = OperationsClient.create()) {
 *     CancelOutcome outcome = client.canceller().cancel(name);
 *     WatchOutcome ended = client.watcher().await(name, Duration.ofMinutes(10));
 * }
 * }</pre>
 *
 * <p>No other package imports this one.
 */
@NullMarked
package dev.longrun;

import org.jspecify.annotations.NullMarked;
