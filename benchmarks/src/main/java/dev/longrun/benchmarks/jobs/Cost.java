// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

/**
 * What a job took of this process.
 *
 * @param nanos on the clock
 * @param cpuNanos of all threads, the JVM's own included
 * @param allocated bytes, by all Java threads
 */
record Cost(long nanos, long cpuNanos, long allocated) {}
