// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options written down again, for a command to go on with. */
final class OptionEcho {
    private OptionEcho() {}

    static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option);
            words.add(value);
        }
    }
}
