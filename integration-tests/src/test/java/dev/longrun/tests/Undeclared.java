// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

/** Throws whatever it is given: other languages declare nothing. */
final class Undeclared {
    private Undeclared() {}

    static void thrown(Throwable any) {
        Undeclared.<RuntimeException>thrownAs(any);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void thrownAs(Throwable any) throws T {
        throw (T) any;
    }
}
