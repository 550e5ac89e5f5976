// SPDX-License-Identifier: Apache-2.0
/**
 * Waits for operations to end by reading them again and again.
 *
 * <pre>{@code
 * WatchOutcome ended = client.watcher().await(name, Duration.ofMinutes(10));
 * if (ended.kind() == WatchOutcome.Kind.TIMED_OUT) {
 *     System.err.println(name + " still runs");
 * }
 * }</pre>
 *
 * <p>Read {@link dev.longrun.watch.OperationWatcher} first, then {@link dev.longrun.watch.WatchOutcome}. A watch only
 * reads: to stop waiting changes nothing on the server. This package knows nothing of cancelling.
 */
@NullMarked
package dev.longrun.watch;

import org.jspecify.annotations.NullMarked;
