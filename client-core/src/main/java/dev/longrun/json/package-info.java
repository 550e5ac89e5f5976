// SPDX-License-Identifier: Apache-2.0
/**
 * JSON as Google's APIs speak it, read lazily: one pass finds where each field lies, and a value is decoded when it is
 * asked for.
 *
 * <p>Read {@code JsonObject}, {@code Any}, {@code StatusReader}, in this order. This is the only package that knows
 * Jackson, and no Jackson type leaves it. It knows nothing of operations or HTTP.
 */
@NullMarked
package dev.longrun.json;

import org.jspecify.annotations.NullMarked;
