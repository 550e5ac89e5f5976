// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.stream.Collectors;

/** Breaks lines as the formatter of the other sources does. */
final class LineBreaks {
    static final int WIDTH = 120;
    private static final String DEEPER = "        ";

    private LineBreaks() {}

    /** {@code before(items)after}: in one line, else with the items on the next line, else one item a line. */
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

    /** The header of a record; a clause that does not fit is put on the next line. */
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

    /** {@code left = right;}, or with another separator. */
    static String assignment(String indent, String left, String right, String gap) {
        String line = indent + left + ' ' + right;
        return (fits(line) ? line : indent + left + '\n' + indent + gap + right) + '\n';
    }

    private static String item(String indent, String item) {
        if (fits(indent + item + ',')) {
            return indent + item;
        }
        if (CallChain.isChain(item)) {
            return CallChain.broken(indent, item);
        }
        int lastWord = item.lastIndexOf(' ');
        return indent + item.substring(0, lastWord) + '\n' + indent + DEEPER + item.substring(lastWord + 1);
    }

    /** Text of several lines is judged by its first line. */
    private static boolean fits(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= WIDTH && CallChain.isCloseToTheLeft(line);
    }
}
