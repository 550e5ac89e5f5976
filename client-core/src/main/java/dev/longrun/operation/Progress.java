// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * The progress of an operation, as far as its service reports it.
 *
 * @param percent 0 to 100
 * @param done items that succeeded
 * @param failed items that failed
 * @param total items in all
 */
public record Progress(OptionalDouble percent, OptionalLong done, OptionalLong failed, OptionalLong total) {

    boolean isEmpty() {
        return percent.isEmpty() && done.isEmpty() && failed.isEmpty() && total.isEmpty();
    }

    /** {@code 40 %}, {@code 12 of 30, 1 failed}, {@code 1 failed}; an unknown count is {@code ?}. */
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
