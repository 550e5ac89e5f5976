// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What copying and typing leave in names: a rule, and the repair that makes it true. It is there if the repair changes
 * the text.
 */
enum Oddity {
    SURROUNDED("not begin or end with white space or quotes", PastedText::withoutSurroundings),
    URL("be a name, not a URL", PastedUrl::nameInUrl),
    SERVICE("be relative, without the service in front", PastedUrl::withoutService),
    WIDE("not hold full-width characters", PastedText::withoutWide),
    INVISIBLE("not hold invisible characters or odd spaces", PastedText::withoutInvisible),
    LEADING_SLASH("not begin with a slash", PastedUrl::withoutLeadingSlash),
    VERSION("not begin with a version", PastedUrl::withoutVersion),
    TRAILING_SLASH("not end with a slash", PastedText::withoutTrailingSlashes),
    EMPTY_SEGMENT("not have empty segments", value -> value.replaceAll("/{2,}", "/"));

    private final String rule;
    private final UnaryOperator<String> repair;

    Oddity(String rule, UnaryOperator<String> repair) {
        this.rule = rule;
        this.repair = repair;
    }

    String rule() {
        return rule;
    }

    static Optional<Oddity> firstIn(String value) {
        return Arrays.stream(values())
                .filter(oddity -> !oddity.repair.apply(value).equals(value))
                .findFirst();
    }

    static String repairAll(String value) {
        String repaired = value;
        for (Oddity oddity : values()) {
            repaired = oddity.repair.apply(repaired);
        }
        return repaired;
    }
}
