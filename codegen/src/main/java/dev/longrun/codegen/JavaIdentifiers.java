// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Makes identifiers that compile. */
final class JavaIdentifiers {
    /** Methods of {@code Object} without parameters; a record component must not have these names. */
    private static final Set<String> TAKEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private JavaIdentifiers() {}

    /** Appends an underscore to a name that would not compile. */
    static String identifier(String name) {
        return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + '_' : name;
    }

    /** Appends {@code Message} to each part that is also a type of {@code java.lang}. */
    static String type(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(part -> isInJavaLang(part) ? part + "Message" : part)
                .collect(Collectors.joining("."));
    }

    private static boolean isInJavaLang(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
