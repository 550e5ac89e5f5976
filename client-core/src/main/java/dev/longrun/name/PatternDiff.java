// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.EditDistance;
import dev.longrun.text.Segments;
import java.util.List;

/** Compares a name with a pattern, segment by segment. Used for messages only, so clarity goes before speed. */
record PatternDiff(List<String> wanted, List<String> given) {

    int firstDifference() {
        int i = 0;
        while (i < longest() && cost(i) == 0) {
            i++;
        }
        return i;
    }

    double distance() {
        double sum = 0;
        for (int i = 0; i < longest(); i++) {
            sum += cost(i);
        }
        return sum;
    }

    /** From 0 (equal) to 1 (nothing in common); a near miss such as a lost plural is below 0.5. */
    private double cost(int i) {
        String want = wantedAt(i);
        String got = givenAt(i);
        boolean wildcard = want.equals(Segments.ONE) || want.equals(Segments.REST);
        if (want.equals(Segments.REST) && i >= given.size()) {
            return 0;
        }
        if (wildcard) {
            return Segments.wellFormed(got, 0, got.length()) ? 0 : 1;
        }
        return want.isEmpty() || got.isEmpty() ? 1 : EditDistance.difference(want, got);
    }

    String wantedAt(int i) {
        String last = wanted.get(wanted.size() - 1);
        if (i >= wanted.size() && last.equals(Segments.REST)) {
            return last;
        }
        return i < wanted.size() ? wanted.get(i) : "";
    }

    String givenAt(int i) {
        return i < given.size() ? given.get(i) : "";
    }

    private int longest() {
        return Math.max(wanted.size(), given.size());
    }
}
