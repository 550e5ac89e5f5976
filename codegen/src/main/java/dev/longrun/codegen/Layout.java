// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Line breaks as the formatter makes them: at 120 columns. */
final class Layout {
    private static final int WIDTH = 120;

    private Layout() {}

    /** A parenthesised list: in one line, else in one line of its own, else one item a line. */
    static String list(String indent, String before, List<String> items, String after) {
        String oneLine = indent + before + String.join(", ", items) + after;
        if (oneLine.length() <= WIDTH) {
            return oneLine;
        }
        String deeper = indent + "        ";
        String ownLine = deeper + String.join(", ", items) + after;
        String body = ownLine.length() <= WIDTH
                ? ownLine
                : items.stream().map(item -> deeper + item).collect(Collectors.joining(",\n")) + after;
        return indent + before + '\n' + body;
    }

    /** A doc comment of paragraphs and block tags, wrapped. */
    static String doc(String indent, List<String> paragraphs) {
        if (paragraphs.size() == 1 && (indent + "/** " + paragraphs.get(0) + " */").length() <= WIDTH) {
            return indent + "/** " + paragraphs.get(0) + " */\n";
        }
        StringBuilder text = new StringBuilder(indent).append("/**\n");
        boolean tags = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean tag = paragraphs.get(i).startsWith("@");
            if (i > 0 && !(tag && tags)) {
                text.append(indent).append(" *\n");
            }
            String start = i > 0 && !tag && !paragraphs.get(i).startsWith("<") ? "<p>" : "";
            wrapped(indent.length() + 3, start + paragraphs.get(i), tag ? "    " : "")
                    .forEach(line ->
                            text.append(indent).append(" * ").append(line).append('\n'));
            tags = tag;
        }
        return text.append(indent).append(" */\n").toString();
    }

    private static List<String> wrapped(int before, String paragraph, String hanging) {
        List<String> lines = new ArrayList<>();
        if (paragraph.startsWith("<pre>")) {
            return List.of(paragraph.split("\n"));
        }
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (line.length() > 0 && before + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hanging);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
