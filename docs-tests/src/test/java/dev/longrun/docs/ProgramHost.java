// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import java.lang.reflect.InvocationTargetException;

/** Runs programs of the documents one after the other, in a process whose environment names the fake server. */
final class ProgramHost {
    /** Begins the line before the output of each. */
    static final String MARK = "### ";

    private ProgramHost() {}

    /** @param names of classes with a {@code main} */
    public static void main(String[] names) throws ReflectiveOperationException {
        for (String name : names) {
            System.out.println(MARK + name);
            var main = Class.forName(name).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            try {
                main.invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException e) {
                System.out.println("threw " + e.getCause());
            }
        }
    }
}
