// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far an operation is, as far as its service tells.
 *
 * @param percent 0 to 100
 * @param done items finished well
 * @param failed items that failed
 * @param total items in all
 */
public record Progress(OptionalDouble percent, OptionalLong done, OptionalLong failed, OptionalLong total) {

    /** {@code 40 %}, {@code 12 of 30, 1 failed}. */
    public String describe() {
        if (percent.isPresent()) {
            return Math.round(percent.getAsDouble()) + " %";
        }
        String counted = done.isPresent() ? Long.toString(done.getAsLong()) : "?";
        String of = total.isPresent() ? " of " + total.getAsLong() : "";
        String bad = failed.orElse(0) > 0 ? ", " + failed.getAsLong() + " failed" : "";
        return counted + of + bad;
    }
}
