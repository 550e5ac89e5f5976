// SPDX-License-Identifier: Apache-2.0
/**
 * The only place that reads a clock or sleeps. Everything else is handed a {@link dev.longrun.time.TimeSource}, so that
 * a test can run an hour of polling at once.
 *
 * <p>Read {@code TimeSource}, {@code Deadline}, {@code Backoff}, in this order. This package imports nothing of Longrun
 * and knows nothing of what is waited for.
 */
@NullMarked
package dev.longrun.time;

import org.jspecify.annotations.NullMarked;
