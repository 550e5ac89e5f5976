// SPDX-License-Identifier: Apache-2.0
/**
 * Time: clock, timer, deadlines and backoff. No other package reads a clock or sleeps; all take a
 * {@link dev.longrun.time.TimeSource}, so that a test can run an hour of polling at once.
 *
 * <pre>{@code
 * Backoff backoff = Backoff.exponential(Duration.ofSeconds(1), 2, Duration.ofMinutes(1)).withJitter(Backoff.Jitter.FULL);
 * WatchOptions options = WatchOptions.defaults().withPollBackoff(backoff);
 * }</pre>
 *
 * <p>Read {@code TimeSource}, {@code Deadline}, {@code Backoff}. This package imports nothing of Longrun.
 */
@NullMarked
package dev.longrun.time;

import org.jspecify.annotations.NullMarked;
