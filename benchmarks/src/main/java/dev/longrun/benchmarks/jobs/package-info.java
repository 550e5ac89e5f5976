// SPDX-License-Identifier: Apache-2.0
/**
 * Whole jobs against a server in another process, each beside the same job done with raw OkHttp.
 *
 * <p>Read {@link dev.longrun.benchmarks.jobs.Jobs} for what there is and {@link dev.longrun.benchmarks.jobs.Meter} for
 * what is counted. Machines are noisy, so ours and theirs take turns and what is printed is ratios.
 */
@NullMarked
package dev.longrun.benchmarks.jobs;

import org.jspecify.annotations.NullMarked;
