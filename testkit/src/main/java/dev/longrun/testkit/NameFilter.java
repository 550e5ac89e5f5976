// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.regex.Pattern;

/** A prefix of names in which a segment {@code -} matches any segment: {@code projects/p/locations/-/operations/}. */
final class NameFilter {

    private static final Pattern WILDCARD = Pattern.compile("(?<=^|/)-(?=/)");

    private final String fixed;
    private final Pattern whole;

    NameFilter(String prefix) {
        int wildcard = WILDCARD.matcher(prefix)
                .results()
                .findFirst()
                .map(r -> r.start())
                .orElse(-1);
        this.fixed = wildcard < 0 ? prefix : prefix.substring(0, wildcard);
        this.whole = Pattern.compile(WILDCARD.matcher("\\Q" + prefix + "\\E").replaceAll("\\\\E[^/]+\\\\Q") + ".+");
    }

    /** The part before the first {@code -}. */
    String fixed() {
        return fixed;
    }

    /** True if the prefix includes names at that location. */
    static boolean overlap(String prefix, String location) {
        String[] some = prefix.substring(0, Math.max(0, prefix.length() - 1)).split("/", -1);
        String[] other = location.split("/", -1);
        for (int i = 0; i < Math.min(some.length, other.length); i++) {
            if (!some[i].equals("-") && !some[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    boolean matches(String name) {
        return whole.matcher(name).matches();
    }
}
