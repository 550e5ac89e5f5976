// SPDX-License-Identifier: Apache-2.0
/** What a release publishes, opened as a repository has it. */
@NullMarked
package dev.longrun.release;

import org.jspecify.annotations.NullMarked;
