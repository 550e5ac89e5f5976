// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.longrun.cli.settings;

import org.jspecify.annotations.NullMarked;
