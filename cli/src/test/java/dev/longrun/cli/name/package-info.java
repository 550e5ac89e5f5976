// SPDX-License-Identifier: Apache-2.0
/** What of this package is tested by itself; the rest is tested through whole commands. */
@NullMarked
package dev.longrun.cli.name;

import org.jspecify.annotations.NullMarked;
