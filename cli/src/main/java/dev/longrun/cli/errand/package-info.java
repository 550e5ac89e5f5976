// SPDX-License-Identifier: Apache-2.0
/**
 * Does the same for many names at once, over one client, until all are told of or somebody presses Ctrl-C.
 *
 * <p>Read {@link dev.longrun.cli.errand.Errands} first, then {@link dev.longrun.cli.errand.Errand} and one that
 * implements it. Knows no options of the command line.
 */
@NullMarked
package dev.longrun.cli.errand;

import org.jspecify.annotations.NullMarked;
