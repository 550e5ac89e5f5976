// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a table, split into words. A comment runs from {@code #} to the end of the line; empty lines are skipped.
 *
 * @param source the file name of the table, for error messages
 * @param number of the line, from 1
 * @param indented true for a line that begins with white space and belongs to the row before
 */
record TableRow(String source, int number, boolean indented, List<String> words) {

    static List<TableRow> of(String source, String text) {
        List<TableRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String content = line.replaceFirst("#.*", "");
            if (!content.isBlank()) {
                List<String> words = List.of(content.trim().split("\\s+"));
                rows.add(new TableRow(source, number, Character.isWhitespace(content.charAt(0)), words));
            }
        }
        return rows;
    }

    /** Each row that is not indented, with the indented rows after it. */
    static List<List<TableRow>> blocks(String source, String text) {
        List<List<TableRow>> blocks = new ArrayList<>();
        for (TableRow row : of(source, text)) {
            if (!row.indented()) {
                blocks.add(new ArrayList<>());
            } else if (blocks.isEmpty()) {
                throw row.error("the first row must not be indented; got \"%s\"".formatted(row.first()));
            }
            blocks.get(blocks.size() - 1).add(row);
        }
        return blocks;
    }

    String first() {
        return words.get(0);
    }

    List<String> rest() {
        return words.subList(1, words.size());
    }

    /** The second of two words. */
    String value() {
        if (words.size() != 2) {
            throw error("%s takes one word; got \"%s\"".formatted(first(), String.join(" ", rest())));
        }
        return words.get(1);
    }

    IllegalArgumentException error(String message) {
        return new IllegalArgumentException("%s line %s: %s".formatted(source, number, message));
    }
}
