// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.regex.Pattern;

/** The first paragraph of a Javadoc comment, for a cell of a Markdown table. */
final class JavadocSentence {
    private static final Pattern LINK = Pattern.compile("\\{@link (?:[a-z]\\w*\\.)*#?([^}]*)}");

    private JavadocSentence() {}

    /** @param comment without its marks */
    static String of(String comment) {
        return LINK.matcher(comment.replaceAll("\\s*\\n\\s*\\*[ \\t]*", " ")
                        .replaceAll("<p>.*|@param.*|@throws.*|<pre>.*", "")
                        .replaceAll("\\{@code ([^}]*)}", "`$1`"))
                .replaceAll(link -> "`" + link.group(1).replace('#', '.') + "`")
                .strip();
    }
}
