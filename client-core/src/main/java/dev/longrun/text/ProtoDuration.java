// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JSON text of a {@code google.protobuf.Duration}: seconds with up to nine decimals, as in {@code 3.5s}. */
public final class ProtoDuration {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?s");

    /** Empty when the text does not have that form. */
    public static Optional<Duration> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
        int nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue();
        return Optional.of(Duration.ofSeconds(seconds.longValue(), nanos));
    }

    /** As few decimals as it takes: {@code 3s}, {@code 0.25s}, {@code -1.000000001s}. */
    public static String format(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), 9);
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(nanos);
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    private ProtoDuration() {}
}
