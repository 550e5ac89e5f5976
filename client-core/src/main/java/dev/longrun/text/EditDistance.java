// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

/**
 * The difference of two words: Levenshtein's distance divided by the longer length, from 0 (equal) to 1. Texts over 100
 * characters count as different.
 */
public final class EditDistance {

    private static final int LONGEST_WORD = 100;

    private EditDistance() {}

    public static double difference(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (a.equals(b)) {
            return 0;
        }
        return longer > LONGEST_WORD ? 1 : (double) edits(a, b) / longer;
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
