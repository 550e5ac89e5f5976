// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A condition on one fact of an operation (AIP-160's word). Its logic has three values: a fact that the service does
 * not report satisfies neither the restriction nor its negation.
 *
 * @param description a few words: {@code verb is create}
 * @param mismatch the words for what is otherwise: {@code verb is not create}
 * @param unknown the words for a fact that is not reported: {@code verb not said}
 * @param fact whether it holds at a time; empty if the service does not report the fact
 */
record Restriction(
        String description, String mismatch, String unknown, BiFunction<Operation, Instant, Optional<Boolean>> fact) {

    static Restriction is(String what, String wanted, Function<Operation, Optional<Boolean>> fact) {
        return new Restriction(
                what + " is " + wanted,
                what + " is not " + wanted,
                what + " not said",
                (operation, now) -> fact.apply(operation));
    }

    /** @param words describe the comparison with the wanted value by an operator */
    static <T extends Comparable<T>> Restriction compared(
            FilterOperator operator,
            T wanted,
            String unknown,
            Function<FilterOperator, String> words,
            BiFunction<Operation, Instant, Optional<T>> value) {
        return new Restriction(
                words.apply(operator),
                words.apply(operator.complement()),
                unknown,
                (operation, now) -> value.apply(operation, now).map(it -> operator.holds(it.compareTo(wanted))));
    }

    Restriction negated() {
        return new Restriction(
                /* description= */ mismatch,
                /* mismatch= */ description,
                unknown,
                (operation, now) -> fact.apply(operation, now).map(holds -> !holds));
    }

    /** Why the operation does not satisfy it; empty if it does. */
    Optional<String> reasonAgainst(Operation operation, Instant now) {
        Optional<Boolean> holds = fact.apply(operation, now);
        return holds.isEmpty()
                ? Optional.of(unknown)
                : holds.filter(value -> !value).map(value -> mismatch);
    }
}
