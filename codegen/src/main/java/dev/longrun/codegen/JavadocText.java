// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;

/** Formats Javadoc comments, wrapped at the line width. */
final class JavadocText {
    private JavadocText() {}

    /** Formats paragraphs, then block tags; one paragraph that fits stays on one line. */
    static String of(String indent, List<String> paragraphs) {
        String line = indent + "/** " + paragraphs.get(0) + " */\n";
        if (paragraphs.size() == 1 && line.length() <= LineBreaks.WIDTH + 1) {
            return line;
        }
        StringBuilder text = new StringBuilder(indent).append("/**\n");
        boolean afterTag = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean tag = paragraphs.get(i).startsWith("@");
            if (i > 0 && !(tag && afterTag)) {
                text.append(indent).append(" *\n");
            }
            String start = i > 0 && !tag ? "<p>" : "";
            wrapped(indent.length() + " * ".length(), start + paragraphs.get(i), tag ? "    " : "")
                    .forEach(wrapped ->
                            text.append(indent).append(" * ").append(wrapped).append('\n'));
            afterTag = tag;
        }
        return text.append(indent).append(" */\n").toString();
    }

    private static List<String> wrapped(int before, String paragraph, String hanging) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            boolean first = line.toString().isBlank();
            if (!first && before + line.length() + 1 + word.length() > LineBreaks.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hanging);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
