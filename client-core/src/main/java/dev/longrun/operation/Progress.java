// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * How far an operation is, as far as its service tells.
 *
 * @param percent 0 to 100
 * @param done items finished well
 * @param failed items that failed
 * @param total items in all
 */
public record Progress(OptionalDouble percent, OptionalLong done, OptionalLong failed, OptionalLong total) {

    /** {@code 40 %}, {@code 12 of 30, 1 failed}, {@code 1 failed}; a count that nobody told is {@code ?}. */
    public String describe() {
        if (percent.isPresent()) {
            return Math.round(percent.getAsDouble()) + " %";
        }
        StringJoiner said = new StringJoiner(", ");
        if (done.isPresent() || total.isPresent()) {
            said.add(count(done) + (total.isPresent() ? " of " + count(total) : ""));
        }
        if (failed.orElse(0) > 0) {
            said.add(count(failed) + " failed");
        }
        return said.toString();
    }

    private static String count(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "?";
    }
}
