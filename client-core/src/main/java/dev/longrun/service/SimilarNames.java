// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the names that a misspelt one may stand for. */
final class SimilarNames {
    private static final int SHOWN = 3;
    private static final double ALIKE = 0.35;
    private static final double FEW_EDITS = 0.5;

    private SimilarNames() {}

    /** The most similar of these names, the first the nearest; none if no name is similar. */
    static List<String> nearest(Collection<String> names, String word) {
        return names.stream()
                .filter(name -> likeness(word, name) > 0)
                .sorted(Comparator.comparingDouble((String name) -> -likeness(word, name)))
                .limit(SHOWN)
                .toList();
    }

    /** 1 for the same word, 0 for one that is not similar. A missing part and a slip of the finger lower it little. */
    private static double likeness(String a, String b) {
        double pairs = sharedPairs(a, b);
        double edits = 1 - EditDistance.difference(a, b);
        return Math.max(pairs >= ALIKE ? pairs : 0, edits >= FEW_EDITS ? edits : 0);
    }

    /** Dice's coefficient over pairs of letters. */
    private static double sharedPairs(String a, String b) {
        Set<String> both = new HashSet<>(pairs(a));
        both.retainAll(pairs(b));
        return 2.0 * both.size() / Math.max(1, pairs(a).size() + pairs(b).size());
    }

    private static Set<String> pairs(String word) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }
}
