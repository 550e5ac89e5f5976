// SPDX-License-Identifier: Apache-2.0
/**
 * Asks a service to cancel an operation, and says truthfully what became of it.
 *
 * <pre>{@code
 * CancelOutcome outcome = client.canceller().cancel(name);
 * if (!outcome.isCancelled()) {
 *     System.err.println(outcome.describe());
 * }
 * }</pre>
 *
 * <p>Read {@link dev.longrun.cancel.LroCanceller} first, then {@link dev.longrun.cancel.CancelOutcome}. A verdict is
 * only ever derived from an operation that was read; the answer to the cancel itself proves nothing. CANCELLED means
 * that the work was stopped, not that it was undone.
 */
@NullMarked
package dev.longrun.cancel;

import org.jspecify.annotations.NullMarked;
