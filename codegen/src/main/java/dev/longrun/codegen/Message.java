// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.List;
import java.util.Map;

/**
 * A message or an enum of a {@link MessageTable}.
 *
 * @param protoPackage {@code google.cloud.common}
 * @param name with the messages around it: {@code AdvancedSettings.DtmfSettings}
 * @param rpcs the methods whose operations have this metadata, by interface
 * @param fields empty for an enum
 * @param values empty for a message
 */
record Message(
        Kind kind,
        String protoPackage,
        String name,
        Map<String, List<String>> rpcs,
        List<Field> fields,
        List<String> values) {

    /** The kinds of rows in a table. */
    enum Kind {
        /** The metadata of operations. */
        METADATA,
        /** The operation itself, of a service whose operations have no metadata. */
        OPERATION,
        /** Part of another message. */
        MESSAGE,
        ENUM
    }

    /** True for metadata and for the operation itself: what a client reads first. */
    boolean isCarried() {
        return kind == Kind.METADATA || kind == Kind.OPERATION;
    }

    String fullName() {
        return protoPackage + '.' + name;
    }

    /** {@code DtmfSettings}. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name of the record: {@link #simpleName}, with a suffix if {@code java.lang} has such a type. */
    String className() {
        return JavaIdentifiers.type(simpleName());
    }

    /** {@code AdvancedSettings}; empty if it is not nested. */
    String outer() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The name of another message as used inside this one, without the messages around this one. */
    String reference(String type) {
        return JavaIdentifiers.type(shortened(type));
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
