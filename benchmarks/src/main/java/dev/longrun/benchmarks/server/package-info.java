// SPDX-License-Identifier: Apache-2.0
/**
 * A fast server in a process of its own, so that its cost does not count as the client's.
 *
 * <p>Read {@link dev.longrun.benchmarks.server.ServerProcess} first. It implements the part of HTTP/1.1 and of
 * Filestore's operations that the jobs need.
 */
@NullMarked
package dev.longrun.benchmarks.server;

import org.jspecify.annotations.NullMarked;
