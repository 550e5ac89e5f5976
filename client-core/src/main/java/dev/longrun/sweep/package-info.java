// SPDX-License-Identifier: Apache-2.0
/**
 * Chooses which of many operations to cancel, and says so before anything is asked for.
 *
 * <p>Read {@link dev.longrun.sweep.Sweep} first, then {@link dev.longrun.sweep.SweepPlan};
 * {@link dev.longrun.sweep.SweepFilter} narrows a sweep down and {@link dev.longrun.sweep.Shard} splits it over
 * machines. Nothing here sends anything but lists: what becomes of a plan is its reader's choice.
 */
@NullMarked
package dev.longrun.sweep;

import org.jspecify.annotations.NullMarked;
