// SPDX-License-Identifier: Apache-2.0
/**
 * What Longrun costs beside raw OkHttp: see {@code README.md} of this module for how to run it and for what came out.
 *
 * <p>Here is what both kinds of measurement share: the names they ask for and the plain OkHttp client they compare
 * with.
 */
@NullMarked
package dev.longrun.benchmarks;

import org.jspecify.annotations.NullMarked;
