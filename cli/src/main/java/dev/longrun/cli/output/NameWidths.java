// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import java.util.Collection;

/** Names in a column. */
final class NameWidths {
    private NameWidths() {}

    static int longest(Collection<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }
}
