// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.util.Arrays;
import java.util.Optional;

/** The comparators of a filter (AIP-160). */
enum FilterOperator {
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("="),
    LESS("<"),
    MORE(">");

    private final String symbol;

    FilterOperator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** The operator that begins at a character of the text, the longest one if there are two. */
    static Optional<FilterOperator> at(String text, int from) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.symbol, from))
                .findFirst();
    }

    /** The operator that holds exactly where this one does not. */
    FilterOperator complement() {
        return switch (this) {
            case NOT_EQUAL -> EQUAL;
            case AT_MOST -> MORE;
            case AT_LEAST -> LESS;
            case EQUAL -> NOT_EQUAL;
            case LESS -> AT_LEAST;
            case MORE -> AT_MOST;
        };
    }

    /** @param comparison of the value with the wanted one, as {@link Comparable#compareTo} returns it */
    boolean holds(int comparison) {
        return switch (this) {
            case NOT_EQUAL -> comparison != 0;
            case AT_MOST -> comparison <= 0;
            case AT_LEAST -> comparison >= 0;
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case MORE -> comparison > 0;
        };
    }
}
