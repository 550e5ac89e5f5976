// SPDX-License-Identifier: Apache-2.0
/**
 * Tests of the archives as users get them: unpacked into an empty folder, started by its launcher, read by real shells.
 */
@NullMarked
package dev.longrun.distribution;

import org.jspecify.annotations.NullMarked;
