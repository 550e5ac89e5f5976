// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of the repository as a whole: its public API, its names, its words, the size of its files, and what a user's
 * first program costs. Most of them only read the sources of all modules.
 */
@NullMarked
package dev.longrun.repository;

import org.jspecify.annotations.NullMarked;
