// SPDX-License-Identifier: Apache-2.0
/** Reports, without a command around them. */
@NullMarked
package dev.longrun.cli.report;

import org.jspecify.annotations.NullMarked;
