// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import java.util.ArrayList;
import java.util.List;

/** Command lines. */
final class Words {
    private Words() {}

    /** Words, and arrays of them, in a row. */
    static String[] of(Object... parts) {
        List<String> words = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof String[] several) {
                words.addAll(List.of(several));
            } else {
                words.add((String) part);
            }
        }
        return words.toArray(String[]::new);
    }
}
