// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing run small: leaves out features, operations and what begins late, as long as the run still fails. */
final class Shrinker {
    /** Nothing of a run begins later. */
    private static final int LATEST = 30;

    private final Predicate<Scenario> fails;

    Shrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    Scenario shrink(Scenario failing, int operations) {
        Scenario smallest = failing;
        Scenario before;
        do {
            before = smallest;
            for (Feature feature : Feature.values()) {
                smallest = smaller(smallest, smallest.has(feature) ? smallest.without(feature) : smallest);
            }
            for (int size = Math.max(1, operations / 2); size > 0; size /= 2) {
                for (int from = 0; from < operations; from += size) {
                    smallest = smaller(smallest, smallest.without(numbers(from, Math.min(operations, from + size))));
                }
            }
            for (int seconds = 1; seconds <= LATEST && smallest.until() > seconds; seconds++) {
                smallest = smaller(smallest, smallest.until(seconds));
            }
        } while (!smallest.equals(before));
        return smallest;
    }

    private Scenario smaller(Scenario now, Scenario candidate) {
        return !candidate.equals(now) && fails.test(candidate) ? candidate : now;
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
