// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.text.Durations;
import java.time.Duration;
import java.util.Locale;

/** Durations as text. */
public final class Elapsed {
    private static final double MILLIS = 1000.0;

    private Elapsed() {}

    /** {@code 0.5s}, {@code 312.4s}: no space, so that a cell stays one word. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / MILLIS);
    }

    /** {@code 45s}, {@code 1d2h}: the two largest units, and zero for less than a second. */
    static String age(Duration age) {
        Duration seconds = Duration.ofSeconds(Math.max(0, age.toSeconds()));
        return Durations.format(seconds).replace(" ", "");
    }
}
