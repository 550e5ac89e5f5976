// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.text.SafeText;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of numbers in options, each with its range. */
final class NumberConverters {
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+");

    private NumberConverters() {}

    private static long whole(String text, long lowest, long highest, String expected) {
        try {
            long number = Long.parseLong(text);
            boolean ascii = text.chars().allMatch(c -> c <= '9'); // digits of other scripts are parsed too
            if (ascii && number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // rejected below
        }
        throw rejected(text, expected);
    }

    private static TypeConversionException rejected(String text, String expected) {
        return new TypeConversionException("expected " + expected + "; got " + SafeText.quoted(text));
    }

    /** A TCP port to listen on. */
    static final class Port implements ITypeConverter<Integer> {
        private static final int HIGHEST = 65_535;

        @Override
        public Integer convert(String text) {
            return (int) whole(text, 0, HIGHEST, "a port from 0 (any that is free) to " + HIGHEST);
        }
    }

    /** The number of operations on a page. */
    static final class PageSize implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) whole(
                    text, 0, Integer.MAX_VALUE, "a number of operations from 0 (the server's choice), such as 500");
        }
    }

    /** The number of operations that are listed. */
    static final class Limit implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return whole(text, 0, Long.MAX_VALUE, "a number of operations, 0 or more");
        }
    }

    /** The number of operations that a sweep plans. */
    static final class MaxOps implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) whole(text, 1, Integer.MAX_VALUE, "a number of operations, 1 or more, such as 1000");
        }
    }

    /** The number of cancels that are started a second. */
    static final class PerSecond implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : 0;
            if (number > 0) {
                return number;
            }
            throw rejected(text, "a number of cancels a second, more than 0, such as 20 or 0.5 (one in two seconds)");
        }
    }
}
