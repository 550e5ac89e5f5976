// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

/** Compares operations' names with the parent whose list shows them. Pure. */
final class ParentMatcher {
    private static final String ANY = "-";

    private final String[] parent;

    ParentMatcher(String parent) {
        this.parent = parent.isEmpty() ? new String[0] : parent.split("/");
    }

    boolean matches(String name) {
        String[] segments = name.split("/");
        if (segments.length == 2) { // a collection and an id: there is no parent to compare
            return true;
        }
        if (segments.length <= parent.length) {
            return false;
        }
        for (int i = 0; i < parent.length; i++) {
            boolean isProject = i > 0 && parent[i - 1].equals("projects");
            if (!same(parent[i], segments[i], isProject)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String asked, String shown, boolean isProject) {
        return asked.equals(ANY) || asked.equals(shown) || (isProject && isNumber(asked) != isNumber(shown));
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
