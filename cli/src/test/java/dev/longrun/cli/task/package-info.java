// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.longrun.cli.task;

import org.jspecify.annotations.NullMarked;
