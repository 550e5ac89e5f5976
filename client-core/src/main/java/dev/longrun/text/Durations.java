// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as text: {@code 500ms}, {@code 1.5s}, {@code 90s}, {@code 1h30m}, {@code 2d}, and ISO 8601 such as
 * {@code PT1H}.
 *
 * <p>Units are {@code d} (24 hours), {@code h}, {@code m}, {@code s} and {@code ms}, each at most once, the largest
 * first, without regard to case. Fractions have up to nine digits.
 */
public final class Durations {
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern FORM = Pattern.compile(
            "(?=.)(?:%1$sd)?(?:%1$sh)?(?:%1$sm)?(?:%1$ss)?(?:%1$sms)?".formatted(NUMBER), Pattern.CASE_INSENSITIVE);
    private static final Duration[] UNITS = {
        Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMillis(1)
    };
    private static final String[] NAMES = {"d", "h", "m", "s", "ms"};
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Durations() {}

    /** @throws IllegalArgumentException if {@code text} has another form; the message shows the right ones */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            BigDecimal nanos = BigDecimal.ZERO;
            for (int i = 0; i < UNITS.length; i++) {
                if (form.group(i + 1) != null) {
                    nanos = nanos.add(new BigDecimal(form.group(i + 1)).multiply(nanos(UNITS[i])));
                }
            }
            BigDecimal[] seconds = nanos.divideAndRemainder(BILLION);
            return Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got " + SafeText.quoted(text),
                    e);
        }
    }

    private static BigDecimal nanos(Duration unit) {
        return BigDecimal.valueOf(unit.toNanos());
    }

    /** The two largest units: {@code 2d 3h}, {@code 1h}, {@code 1s 500ms}, {@code 0s}. Rounds towards zero. */
    public static String format(Duration duration) {
        Duration rest = duration.abs();
        StringBuilder text = new StringBuilder();
        int units = 0;
        for (int i = 0; i < UNITS.length && units < 2; i++) {
            long count = rest.dividedBy(UNITS[i]);
            rest = rest.minus(UNITS[i].multipliedBy(count));
            if (count != 0) {
                text.append(units == 0 ? "" : " ").append(count).append(NAMES[i]);
            }
            units += count != 0 || units > 0 ? 1 : 0;
        }
        return text.length() == 0 ? "0s" : (duration.isNegative() ? "-" : "") + text;
    }
}
