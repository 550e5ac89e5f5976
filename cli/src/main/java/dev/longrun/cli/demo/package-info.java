// SPDX-License-Identifier: Apache-2.0
/**
 * The main job on a fake server: nothing is installed, nobody is billed, and every outcome can be seen.
 *
 * <p>Read {@link dev.longrun.cli.demo.Demo} first. The client is the real one, over a real socket.
 */
@NullMarked
package dev.longrun.cli.demo;

import org.jspecify.annotations.NullMarked;
