// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output as a page shows it, line by line: {@code …} stands for a time, an id or a rest. Blanks count as one, and lines
 * come in any order, as the results of several operations do.
 */
final class ShownOutput {
    private static final String ANY = "…";

    private ShownOutput() {}

    /** Whether all of it is shown, and nothing else. */
    static boolean matches(String shown, String printed) {
        return matches(shown, printed, "");
    }

    /** Whether all of stdout is shown, and beyond it only lines of stderr. */
    static boolean matches(String shown, String stdout, String stderr) {
        List<String> out = lines(stdout);
        List<String> err = lines(stderr);
        List<String> exactFirst = Stream.of(false, true)
                .flatMap(any -> lines(shown).stream().filter(line -> line.contains(ANY) == any))
                .toList();
        return exactFirst.stream().allMatch(line -> removeFirst(out, line) || removeFirst(err, line)) && out.isEmpty();
    }

    private static boolean removeFirst(List<String> printed, String shown) {
        Pattern pattern = Pattern.compile(
                Stream.of(shown.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        for (int i = 0; i < printed.size(); i++) {
            if (pattern.matcher(printed.get(i)).matches()) {
                printed.remove(i);
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
