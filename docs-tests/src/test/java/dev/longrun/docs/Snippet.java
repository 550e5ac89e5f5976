// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.nio.file.Path;

/**
 * A piece of Java in a document.
 *
 * @param line the number of its first line in the file
 */
record Snippet(Path file, int line, String code, ReaderContext context) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
