// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Set;
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
}
