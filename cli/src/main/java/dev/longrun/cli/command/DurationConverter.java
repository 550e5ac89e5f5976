// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.text.Durations;
import dev.longrun.text.SafeText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a duration longer than zero, in the form of {@link Durations}. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        Duration duration = parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new TypeConversionException(
                    "expected a duration longer than zero, such as 30s, 1h30m or 500ms; got " + SafeText.quoted(text));
        }
        return duration;
    }

    private static Duration parse(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException mistake) {
            throw new TypeConversionException(String.valueOf(mistake.getMessage()));
        }
    }
}
