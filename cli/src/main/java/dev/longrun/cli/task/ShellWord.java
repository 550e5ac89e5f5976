// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words for a POSIX shell. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~-]+");

    private static final String WORD = "(?:[A-Za-z0-9_@%+=:,./~-]|'[^'\\n]*'|\\\\')+";
    private static final Pattern QUOTED = Pattern.compile(WORD + "(?: " + WORD + ")*");

    private ShellWord() {}

    /** The words as one line. */
    public static String quote(Collection<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }

    /** Whether a shell takes the line for words and for nothing else, as it takes what {@link #quote} makes. */
    public static boolean isQuoted(String line) {
        return QUOTED.matcher(line).matches();
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
