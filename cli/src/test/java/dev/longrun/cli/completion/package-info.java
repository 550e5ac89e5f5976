// SPDX-License-Identifier: Apache-2.0
/** The texts of the scripts; the shells themselves read them in the tests of the distribution. */
@NullMarked
package dev.longrun.cli.completion;

import org.jspecify.annotations.NullMarked;
