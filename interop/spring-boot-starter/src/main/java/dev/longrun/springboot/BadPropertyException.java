// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import java.util.function.Supplier;

/** A property whose value cannot be used. The message says why and quotes the value without secrets. */
final class BadPropertyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;

    BadPropertyException(String property, String reason, Throwable cause) {
        super("property " + property + ": " + reason, cause);
        this.property = property;
    }

    /** Such as {@code longrun.call.timeout}. */
    String property() {
        return property;
    }

    /** Uses the value of a property; if it is rejected, the exception names the property. */
    static <T> T naming(String property, Supplier<T> use) {
        try {
            return use.get();
        } catch (IllegalArgumentException e) {
            throw new BadPropertyException(property, String.valueOf(e.getMessage()), e);
        }
    }
}
