// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON of Google's APIs, read lazily: one pass finds the positions of the fields, and values are decoded on demand.
 *
 * <pre>{@code
 * JsonObject response = operation.response().orElseThrow().value();
 * Optional<String> tier = response.string("tier");
 * OptionalLong gigabytes = response.integer("capacityGb");
 * }</pre>
 *
 * <p>Read {@code JsonObject}, then {@code Any} and {@code PlainJson}. No Jackson type leaves this package. It knows
 * nothing of operations or HTTP.
 */
@NullMarked
package dev.longrun.json;

import org.jspecify.annotations.NullMarked;
