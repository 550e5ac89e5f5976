// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

/** A number with its noun in the right form: {@code 0 errors}, {@code 1 error}, {@code 2 errors}. */
public final class Counted {

    private Counted() {}

    /** @param noun whose plural ends in {@code s} */
    public static String of(long count, String noun) {
        return of(count, noun, noun + 's');
    }

    /** @param one the words for the number 1, {@code many} those for all others */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
