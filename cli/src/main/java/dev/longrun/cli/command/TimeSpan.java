// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 30s}, {@code 1.5s}, {@code 5m}, {@code 1h30m}, {@code 500ms} and ISO 8601's {@code PT30S}; always longer than zero. */
final class TimeSpan implements ITypeConverter<Duration> {
    private static final Pattern ISO = Pattern.compile("[pP].+");
    private static final Pattern UNITS =
            Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?");

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
        return Duration.parse("PT" + orZero(units.group(1)) + "H" + orZero(units.group(2)) + "M"
                        + orZero(units.group(3)) + "S")
                .plusMillis(Long.parseLong(orZero(units.group(4))));
    }

    private static String orZero(String digits) {
        return digits == null ? "0" : digits;
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "expected a time longer than zero, such as 30s, 5m, 1h30m or PT30S; got \"" + text + '"');
    }
}
