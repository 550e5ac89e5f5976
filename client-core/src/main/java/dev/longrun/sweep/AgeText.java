// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ages as people write them: {@code 90s}, {@code 1h30m}, {@code 2d}, and ISO 8601 such as {@code PT1H}. */
final class AgeText {
    private static final Pattern SHORT =
            Pattern.compile("(?=.)(\\d{1,9}d)?((?:\\d{1,9}h)?(?:\\d{1,9}m)?(?:\\d{1,9}s)?)");

    private AgeText() {}

    static Duration parse(String text) {
        var match = SHORT.matcher(text);
        String iso = !match.matches()
                ? text
                : "P" + (match.group(1) == null ? "" : match.group(1))
                        + (match.group(2).isEmpty() ? "" : "T" + match.group(2));
        try {
            return Duration.parse(iso.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "an age must look like 90s, 15m, 1h30m or 2d, or like PT1H; got \"" + text + '"', e);
        }
    }

    /** The two largest units: {@code 2d 3h}, {@code 1h}, {@code 0s}. */
    static String format(Duration age) {
        String[] units = {"d", "h", "m", "s"};
        long[] values = {age.toDays(), age.toHoursPart(), age.toMinutesPart(), age.toSecondsPart()};
        for (int i = 0; i < values.length - 1; i++) {
            if (values[i] != 0) {
                return values[i] + units[i] + (values[i + 1] == 0 ? "" : " " + Math.abs(values[i + 1]) + units[i + 1]);
            }
        }
        return age.toSecondsPart() + "s";
    }
}
