// SPDX-License-Identifier: Apache-2.0
/**
 * What Longrun costs beside raw OkHttp and beside Google's clients: see {@code README.md} of this module for how to run
 * it and for what came out.
 *
 * <p>This package has what jobs and JMH benchmarks share: the operations that are measured.
 */
@NullMarked
package dev.longrun.benchmarks;

import org.jspecify.annotations.NullMarked;
