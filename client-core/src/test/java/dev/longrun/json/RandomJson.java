// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Texts of random objects, written in every way JSON allows: white space, escapes, repeated names, odd numbers. */
final class RandomJson {

    private static final List<String> NAMES = List.of(
            "name", "done", "metadata", "@type", "value", "", "é", "😀", "a\\\"b", "\\u0041", "x\\n", "y\\\\", "/");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "42",
            "-1",
            "1.5",
            "1e3",
            "-2.50E-3",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "1e-400");
    private static final List<String> PIECES = List.of(
            "a",
            " ",
            "operations/",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "é",
            "€",
            "😀",
            "\\\"",
            "\\\\",
            "\\/",
            "\\n",
            "\\u0000",
            "\\u00e9",
            "\\ud83d\\ude00",
            "42",
            "s",
            "\u007f",
            "\u2028");
    private static final List<String> SPACES = List.of("", "", "", "", " ", "\n", "\r\n  ", "\t");

    private final RandomGenerator random;

    RandomJson(RandomGenerator random) {
        this.random = random;
    }

    String document() {
        return space() + object(random.nextInt(7)) + space();
    }

    private String object(int depth) {
        return collection("{", "}", () -> name() + space() + ":" + space() + value(depth));
    }

    private String collection(String open, String close, Supplier<String> element) {
        StringBuilder text = new StringBuilder(open).append(space());
        int size = random.nextInt(20) == 0 ? 40 : random.nextInt(5);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : "," + space()).append(element.get()).append(space());
        }
        return text.append(close).toString();
    }

    private String value(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> pick(SCALARS);
            case 1, 2 -> string();
            case 3 -> collection("[", "]", () -> value(depth - 1));
            default -> object(depth - 1);
        };
    }

    private String name() {
        return random.nextInt(3) == 0 ? '"' + "n" + random.nextInt(50) + '"' : '"' + pick(NAMES) + '"';
    }

    private String string() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 400 : 6); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.append('"').toString();
    }

    private String space() {
        return pick(SPACES);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
