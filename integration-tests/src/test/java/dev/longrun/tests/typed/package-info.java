// SPDX-License-Identifier: Apache-2.0
/** The typed services as their users see them: one contract for all, with what the documentation says as its table. */
@NullMarked
package dev.longrun.tests.typed;

import org.jspecify.annotations.NullMarked;
