// SPDX-License-Identifier: Apache-2.0
/**
 * A server that costs next to nothing, in a process of its own, so that what is measured is the client.
 *
 * <p>Read {@link dev.longrun.benchmarks.server.ServerProcess} first. It speaks just enough HTTP/1.1 and just enough of
 * Filestore's operations for the jobs.
 */
@NullMarked
package dev.longrun.benchmarks.server;

import org.jspecify.annotations.NullMarked;
