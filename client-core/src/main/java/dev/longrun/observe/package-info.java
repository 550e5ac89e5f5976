// SPDX-License-Identifier: Apache-2.0
/**
 * Tells listeners and tracers of cancels, watches and batches.
 *
 * <p>{@link dev.longrun.observe.Observers} begins each of them in the context of its span, and completes its future in
 * that of the caller. Calls and attempts are observed in {@code dev.longrun.rpc}.
 */
@NullMarked
package dev.longrun.observe;

import org.jspecify.annotations.NullMarked;
