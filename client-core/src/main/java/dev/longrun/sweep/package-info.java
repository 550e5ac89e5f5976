// SPDX-License-Identifier: Apache-2.0
/**
 * Chooses operations to cancel and shows them before any cancel is sent.
 *
 * <pre>{@code
 * SweepPlan plan = Sweep.of(Filestore.project("acme").location("-").operations())
 *         .withFilter(OperationFilter.parse("age>1h AND verb=create"))
 *         .plan(client.operations(), now);
 * System.out.println(plan.describe());                     // nothing has been cancelled
 * }</pre>
 *
 * <p>Read {@link dev.longrun.sweep.Sweep} first, then {@link dev.longrun.sweep.SweepPlan};
 * {@link dev.longrun.sweep.OperationFilter} chooses among operations and {@link dev.longrun.sweep.Shard} splits a sweep
 * over machines. This package sends lists only; the application decides what becomes of a plan.
 */
@NullMarked
package dev.longrun.sweep;

import org.jspecify.annotations.NullMarked;
