// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** What the language says about identifiers. */
final class Java {
    /** Methods of {@code Object} without parameters, which no record component can be called. */
    private static final Set<String> TAKEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private Java() {}

    /** The name itself, with an underscore where it would not compile. */
    static String identifier(String name) {
        return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + '_' : name;
    }

    /** The type itself, each part that {@code java.lang} has too being told apart from it. */
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
