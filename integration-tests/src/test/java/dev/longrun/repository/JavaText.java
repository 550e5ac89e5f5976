// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The comments and string literals of a Java source, with everything else blanked out and the line breaks kept. */
final class JavaText {
    private static final Pattern TOKEN = Pattern.compile("""
            (?sx)
            ( //[^\\n]* | /\\*.*?\\*/ | \\"{3}.*?(?<!\\\\)\\"{3} | "[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+" )
            | '(?:\\\\.|[^'\\\\\\n])+'
            | .
            """);

    private JavaText() {}

    static String of(String source) {
        return TOKEN.matcher(source).replaceAll(JavaText::textOrBlank);
    }

    private static String textOrBlank(MatchResult token) {
        String kept = token.group(1);
        return kept == null
                ? token.group().replaceAll("[^\\n]", " ")
                : kept.replace("\\", " ").replace("$", " ");
    }
}
