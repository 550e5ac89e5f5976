// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as proto JSON writes them: bare, or in a string where a double could not hold them. */
final class Numbers {

    private static final int LONGEST = 1_000; // Jackson's own limit for bare ones; reading takes quadratic time

    static OptionalLong integer(Slice value) {
        try {
            return decimal(characters(value))
                    .map(number -> OptionalLong.of(number.longValueExact()))
                    .orElse(OptionalLong.empty());
        } catch (ArithmeticException e) { // a fraction, or more than 64 bits
            return OptionalLong.empty();
        }
    }

    static OptionalDouble number(Slice value) {
        String characters = characters(value);
        return switch (characters) {
            case "NaN" -> OptionalDouble.of(Double.NaN);
            case "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                decimal(characters)
                        .map(BigDecimal::doubleValue)
                        .filter(Double::isFinite)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty());
        };
    }

    private static String characters(Slice value) {
        char first = value.first();
        return first == '-' || first >= '0' && first <= '9'
                ? value.toString()
                : value.string().orElse("");
    }

    private static Optional<BigDecimal> decimal(String characters) {
        try {
            return characters.length() > LONGEST ? Optional.empty() : Optional.of(new BigDecimal(characters));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Numbers() {}
}
