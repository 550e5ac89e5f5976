// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON of Google's APIs, read lazily: one pass finds the positions of the fields, and values are decoded on demand.
 *
 * <p>Read {@code JsonObject}, {@code Any}, {@code StatusReader}, in this order. This is the only package that knows
 * Jackson, and no Jackson type leaves it. It knows nothing of operations or HTTP.
 */
@NullMarked
package dev.longrun.json;

import org.jspecify.annotations.NullMarked;
