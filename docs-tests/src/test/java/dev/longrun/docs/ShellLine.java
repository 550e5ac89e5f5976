// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a shell as documents have them: words, of which some are quoted, a comment, a pipe to another command, and
 * {@code &} for the background.
 *
 * @param words the command and its arguments
 * @param next the rest after a pipe, or empty
 */
record ShellLine(List<String> words, String next, boolean background) {
    private static final Pattern TOKEN =
            Pattern.compile("\\G\\s*(?:(#.*)|(\\|)|(&)|((?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+))");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    static ShellLine parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(line);
        while (token.find() && token.group(1) == null) {
            if (token.group(2) != null) {
                return new ShellLine(words, line.substring(token.end()).strip(), false);
            }
            if (token.group(3) != null) {
                return new ShellLine(words, "", true);
            }
            words.add(QUOTED.matcher(token.group(4))
                    .replaceAll(
                            part -> Matcher.quoteReplacement(part.group(1) == null ? part.group(2) : part.group(1))));
        }
        return new ShellLine(withoutAssignments(words), "", false);
    }

    private static List<String> withoutAssignments(List<String> words) {
        return words.stream().dropWhile(word -> word.matches("[A-Z_]+=.*")).toList();
    }

    /** The name of the program, without a directory; empty for a comment. */
    String program() {
        return words.isEmpty() ? "" : words.get(0).replaceFirst("^.*/", "");
    }

    String[] arguments() {
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
