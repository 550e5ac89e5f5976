// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.text.SafeText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Columns of a table. Their widths are fixed before the first line, so that each line can be printed as soon as it is
 * known. The last column takes what it needs, and so does a cell that is wider than its column. Immutable.
 */
public final class Columns {
    private static final String GAP = "  ";
    private static final String NOTHING = "-";
    private static final int WIDEST_FIT = 40;

    private final List<String> titles;
    private final int[] widths;

    private Columns(List<String> titles, int[] widths) {
        this.titles = titles;
        this.widths = widths;
    }

    /** Columns as wide as their titles. */
    public static Columns of(String... titles) {
        return new Columns(
                List.of(titles), Arrays.stream(titles).mapToInt(String::length).toArray());
    }

    /** At least as wide as given. {@code column} counts from zero. */
    public Columns withWidth(int column, int width) {
        int[] wider = widths.clone();
        wider[column] = Math.max(wider[column], width);
        return new Columns(titles, wider);
    }

    /** Wide enough for each of the texts. {@code column} counts from zero. */
    public Columns withWidth(int column, Collection<String> texts) {
        return withWidth(column, texts.stream().mapToInt(Columns::width).max().orElse(0));
    }

    /** Wide enough for all but the longest cells of these rows; a row may have fewer cells than there are columns. */
    Columns fitting(Collection<List<String>> rows) {
        Columns fitting = this;
        for (List<String> cells : rows) {
            for (int i = 0; i < cells.size() - 1; i++) {
                fitting = fitting.withWidth(i, Math.min(width(cells.get(i)), WIDEST_FIT));
            }
        }
        return fitting;
    }

    private static int width(String cell) {
        return CellWidth.of(SafeText.of(cell));
    }

    /** The titles as a line. */
    public String heading() {
        return line(titles);
    }

    /** An empty cell shows a dash, so that the columns can be counted; empty ones at the end are left out. */
    String line(List<String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String cell = cells.get(i).isEmpty() ? NOTHING : SafeText.of(cells.get(i));
            line.append(cell);
            if (i < count - 1) {
                line.append(" ".repeat(Math.max(0, widths[i] - CellWidth.of(cell))))
                        .append(GAP);
            }
        }
        return line.toString();
    }
}
