// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of the repository as a whole: its public API, its names, its words and the size of its files. They read the
 * sources of all modules; nothing is compiled or started for them.
 */
@NullMarked
package dev.longrun.repository;

import org.jspecify.annotations.NullMarked;
