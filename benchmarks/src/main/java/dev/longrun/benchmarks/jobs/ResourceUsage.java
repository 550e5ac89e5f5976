// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

/**
 * The resources of this process that a job used.
 *
 * @param nanos elapsed time
 * @param cpuNanos CPU time of all threads, with those of the JVM
 * @param allocated bytes of all Java threads
 */
record ResourceUsage(long nanos, long cpuNanos, long allocated) {}
