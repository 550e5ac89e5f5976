// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.Map;

/**
 * A message or an enum of a {@link MessageTable}.
 *
 * @param protoPackage {@code google.cloud.common}
 * @param name with the messages it is nested in: {@code AdvancedSettings.DtmfSettings}
 * @param rpcs those whose operations carry it, by interface
 * @param fields none, if it is an enum
 * @param values none, if it is a message
 */
record Message(
        Kind kind,
        String protoPackage,
        String name,
        Map<String, List<String>> rpcs,
        List<Field> fields,
        List<String> values) {

    /** What a table says it is. */
    enum Kind {
        /** Carried by operations themselves. */
        METADATA,
        /** Part of another message. */
        MESSAGE,
        ENUM
    }

    String fullName() {
        return protoPackage + '.' + name;
    }

    /** {@code DtmfSettings}. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What the record is called: {@link #simpleName}, unless Java has that already. */
    String className() {
        return Java.type(simpleName());
    }

    /** {@code AdvancedSettings}; empty if it is not nested. */
    String outer() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** What this message calls another, without the messages that this one is in, or is. */
    String reference(String type) {
        return Java.type(shortened(type));
    }

    private String shortened(String type) {
        for (String scope = name; !scope.isEmpty(); scope = scope.substring(0, Math.max(0, scope.lastIndexOf('.')))) {
            if (type.startsWith(scope + '.')) {
                return type.substring(scope.length() + 1);
            }
        }
        return type;
    }
}
