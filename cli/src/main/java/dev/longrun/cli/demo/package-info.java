// SPDX-License-Identifier: Apache-2.0
/**
 * Shows every outcome of a cancel on a fake server within the process, without an account or credentials.
 *
 * <p>Read {@link dev.longrun.cli.demo.Demo} first. The client is the real one, over a real socket.
 */
@NullMarked
package dev.longrun.cli.demo;

import org.jspecify.annotations.NullMarked;
