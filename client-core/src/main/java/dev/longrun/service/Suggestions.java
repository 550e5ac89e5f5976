// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The message for an unknown service, with the known services of similar name. */
record Suggestions(Collection<String> names) {
    private static final int SHOWN = 3;
    private static final double ALIKE = 0.35;

    static Suggestions of(Collection<String> names) {
        return new Suggestions(names);
    }

    String unknown(String service) {
        if (service.startsWith("console.cloud.google.com")) {
            return "a console page does not tell an operation's name; expected //file.googleapis.com/projects/…"
                    + " or the URL of an API request";
        }
        List<String> near = nearest(ServiceDefinition.shortName(service));
        String known = near.isEmpty()
                ? "none of %s has a similar name".formatted(names.size())
                : "similar: " + String.join(", ", near);
        return "no service \"%s\" is known; %s".formatted(PastedName.withoutUser(service), known);
    }

    List<String> nearest(String word) {
        return names.stream()
                .filter(name -> likeness(word, name) >= ALIKE)
                .sorted(Comparator.comparingDouble((String name) -> -likeness(word, name)))
                .limit(SHOWN)
                .toList();
    }

    /**
     * Dice's coefficient over pairs of letters: 1 for the same word, 0 for nothing in common. Swapped and missing
     * letters lower it little.
     */
    private static double likeness(String a, String b) {
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
