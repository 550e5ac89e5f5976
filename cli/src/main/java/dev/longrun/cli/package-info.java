// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code lro}. {@link dev.longrun.cli.Lro} is the process; everything else can be run within another one.
 */
@NullMarked
package dev.longrun.cli;

import org.jspecify.annotations.NullMarked;
