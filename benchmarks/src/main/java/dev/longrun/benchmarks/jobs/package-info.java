// SPDX-License-Identifier: Apache-2.0
/**
 * Jobs against a server in another process, each compared with the same job done with OkHttp alone and with Google's
 * clients.
 *
 * <p>Read {@link dev.longrun.benchmarks.jobs.Jobs} for the list of jobs and
 * {@link dev.longrun.benchmarks.jobs.ResourceMeter} for what is measured. Machines are noisy, so the clients take turns
 * and the result is a ratio.
 */
@NullMarked
package dev.longrun.benchmarks.jobs;

import org.jspecify.annotations.NullMarked;
