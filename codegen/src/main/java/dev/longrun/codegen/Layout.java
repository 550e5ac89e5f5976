// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.stream.Collectors;

/** Line breaks where the formatter of the hand-written sources makes them. */
final class Layout {
    static final int WIDTH = 120;
    private static final String DEEPER = "        ";

    private Layout() {}

    /** {@code before(items)after}: in one line, else in one line of its own, else one item a line. */
    static String list(String indent, String before, List<String> items, String after) {
        String joined = String.join(", ", items);
        String line = indent + before + joined + after;
        if (fits(line)) {
            return line;
        }
        String own = indent + DEEPER + joined + after;
        String body = fits(own)
                ? own
                : items.stream().map(item -> item(indent + DEEPER, item)).collect(Collectors.joining(",\n")) + after;
        return indent + before + '\n' + body;
    }

    /** The head of a record; a clause that does not fit gets a line of its own. */
    static String record(String indent, String name, List<String> components, String clause) {
        String before = "public record " + name + '(';
        if (clause.isEmpty()) {
            return list(indent, before, components, ") {\n");
        }
        String joined = String.join(", ", components) + ')';
        boolean oneLine = fits(indent + before + joined);
        boolean together = fits((oneLine ? indent + before : indent + DEEPER) + joined + ' ' + clause + " {");
        return list(
                indent,
                before,
                components,
                together ? ") " + clause + " {\n" : ")\n" + indent + DEEPER + clause + " {\n");
    }

    /** {@code public sealed interface name permits types}. */
    static String sealed(String name, List<String> types) {
        String start = "public sealed interface " + name;
        String permits = "permits " + String.join(", ", types) + " {";
        if (fits(start + ' ' + permits)) {
            return start + ' ' + permits + '\n';
        }
        String broken =
                fits(DEEPER + permits) ? permits : "permits " + String.join(",\n" + DEEPER + DEEPER, types) + " {";
        return start + '\n' + DEEPER + broken + '\n';
    }

    /** {@code left = right;}, or whatever stands between them. */
    static String assignment(String indent, String left, String right, String gap) {
        String line = indent + left + ' ' + right;
        return (fits(line) ? line : indent + left + '\n' + indent + gap + right) + '\n';
    }

    private static String item(String indent, String item) {
        if (fits(indent + item + ',')) {
            return indent + item;
        }
        if (Chain.isChain(item)) {
            return Chain.broken(indent, item);
        }
        int lastWord = item.lastIndexOf(' ');
        return indent + item.substring(0, lastWord) + '\n' + indent + DEEPER + item.substring(lastWord + 1);
    }

    /** What ends in line breaks of its own is judged by its first line. */
    private static boolean fits(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= WIDTH && Chain.isCloseToTheLeft(line);
    }
}
