// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Well-formed Unicode strings, the same ones on each run, with more than their share of what is hard to encode. */
public final class UnicodeStrings {
    private static final String HARD = "%/:?#&+= *.-_~()[]{}\\\"'@!$,;|^`<>";
    private final Random random = new Random(20_260_822);

    public static Stream<String> any(int count) {
        UnicodeStrings strings = new UnicodeStrings();
        return Stream.generate(() -> strings.next(true)).limit(count);
    }

    /** Without control characters, slashes and dot segments: what one segment of a name may be. */
    public static Stream<String> ids(int count) {
        UnicodeStrings strings = new UnicodeStrings();
        return Stream.generate(() -> strings.next(false).replace("/", ""))
                .filter(s -> !s.isEmpty() && !s.equals(".") && !s.equals(".."))
                .limit(count);
    }

    private String next(boolean controls) {
        StringBuilder out = new StringBuilder();
        IntStream.range(0, random.nextInt(12)).forEach(i -> out.appendCodePoint(character(controls)));
        return out.toString();
    }

    private int character(boolean controls) {
        return switch (random.nextInt(6)) {
            case 0 -> HARD.charAt(random.nextInt(HARD.length()));
            case 1 -> controls ? random.nextInt(0x20) : '%';
            case 2 -> 0xA0 + random.nextInt(0x700);
            case 3 -> 0xE000 + random.nextInt(0x2000);
            case 4 -> 0x10000 + random.nextInt(0x100000);
            default -> '0' + random.nextInt('z' - '0' + 1);
        };
    }
}
