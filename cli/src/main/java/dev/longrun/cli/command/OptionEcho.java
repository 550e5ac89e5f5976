// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes given options out again, for a command that the user can copy. */
final class OptionEcho {
    private OptionEcho() {}

    static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option);
            words.add(value);
        }
    }
}
