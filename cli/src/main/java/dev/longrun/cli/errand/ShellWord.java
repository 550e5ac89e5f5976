// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import java.util.regex.Pattern;

/** Words that a POSIX shell reads back as they were. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~-]+");

    private ShellWord() {}

    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
