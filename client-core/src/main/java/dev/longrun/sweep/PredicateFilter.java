// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.operation.Operation;
import java.time.Instant;
import java.util.function.BiPredicate;

/** A filter that looks at one fact. */
record PredicateFilter(String describe, BiPredicate<Operation, Instant> fact) implements SweepFilter {
    @Override
    public boolean matches(Operation operation, Instant now) {
        return fact.test(operation, now);
    }

    @Override
    public String toString() {
        return describe;
    }
}
