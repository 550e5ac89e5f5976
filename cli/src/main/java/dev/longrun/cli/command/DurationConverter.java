// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 30s}, {@code 1.5s}, {@code 5m}, {@code 1h30m}, {@code 2d}, {@code 500ms} and ISO 8601's {@code PT30S};
 * always longer than zero.
 */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern ISO = Pattern.compile("[pP].+");
    private static final String EXPECTED =
            "expected a time longer than zero, each number (at most 999999999) with its unit"
                    + " (d, h, m, s or ms), such as 30s, 5m, 1h30m or PT30S";
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?");

    @Override
    public Duration convert(String text) {
        Duration span = read(text);
        if (span.isNegative() || span.isZero()) {
            throw refused(text);
        }
        return span;
    }

    private static Duration read(String text) {
        try {
            return ISO.matcher(text).matches() ? Duration.parse(text) : ofUnits(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(text);
        }
    }

    private static Duration ofUnits(String text) {
        Matcher units = UNITS.matcher(text.toLowerCase(Locale.ROOT));
        if (text.isEmpty() || !units.matches()) {
            throw refused(text);
        }
        return Duration.parse("P" + orZero(units.group(1)) + "DT" + orZero(units.group(2)) + "H"
                        + orZero(units.group(3)) + "M" + orZero(units.group(4)) + "S")
                .plusMillis(Long.parseLong(orZero(units.group(5))));
    }

    private static String orZero(String digits) {
        return digits == null ? "0" : digits;
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(EXPECTED + "; got \"" + text + '"');
    }
}
