// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The title of a module, and the types of its resources:
 *
 * <pre>
 * title     Filestore                       # the name of the service in prose
 * entry     Filestore                       # the class that names start from
 * package   dev.longrun.filestore           # parent package of the versions
 * service   file.googleapis.com
 * resources v1                              # the versions with the types below
 *   Instance  projects/&#42;/locations/&#42;/instances/*
 *   Endpoint  projects/&#42;/locations/&#42;/publishers/&#42;/models/*  as:PublisherEndpoint
 * </pre>
 *
 * <p>A type may have several forms, one a row; with {@code as} a form is called otherwise and has no part in its type's
 * interface. In versions without {@code resources} the types only lend their names to the steps that lead to
 * operations.
 *
 * @param types type by pattern, in the table's order
 */
record NameTable(
        String title,
        String entry,
        String packageName,
        String service,
        Set<String> versions,
        Map<String, ResourceType> types) {
    private static final String AS = "as:";
    private static final String RESOURCES = "resources";

    /** The keywords; all are required. */
    private enum Head {
        TITLE,
        ENTRY,
        PACKAGE,
        SERVICE;

        static String expected() {
            return Arrays.stream(values()).map(Head::label).collect(Collectors.joining(", ")) + " or " + RESOURCES;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NameTable parse(String source, String text) {
        Map<String, String> head = new LinkedHashMap<>();
        Set<String> versions = new LinkedHashSet<>();
        Map<String, ResourceType> types = new LinkedHashMap<>();
        for (TableRow row : TableRow.of(source, text)) {
            if (row.indented()) {
                type(row, types);
            } else if (row.first().equals(RESOURCES)) {
                versions.addAll(row.rest());
            } else if (Arrays.stream(Head.values()).anyMatch(h -> h.label().equals(row.first()))) {
                head.put(row.first(), String.join(" ", row.rest()));
            } else {
                throw row.error("unknown keyword \"%s\"; expected %s".formatted(row.first(), Head.expected()));
            }
        }
        return new NameTable(
                required(source, head, Head.TITLE),
                required(source, head, Head.ENTRY),
                required(source, head, Head.PACKAGE),
                required(source, head, Head.SERVICE),
                versions,
                types);
    }

    private static String required(String source, Map<String, String> head, Head key) {
        String value = head.get(key.label());
        if (value == null) {
            throw new IllegalArgumentException("%s has no row %s".formatted(source, key.label()));
        }
        return value;
    }

    private static void type(TableRow row, Map<String, ResourceType> types) {
        List<String> rest = row.rest();
        boolean renamed = rest.size() == 2 && rest.get(1).startsWith(AS);
        if (rest.size() != 1 && !renamed) {
            throw row.error("a type takes a pattern; got \"%s\"".formatted(String.join(" ", rest)));
        }
        String called = renamed ? rest.get(1).substring(AS.length()) : row.first();
        ResourceType before = types.put(rest.get(0), new ResourceType(row.first(), called));
        if (before != null) {
            throw row.error("\"%s\" is of type %s already".formatted(rest.get(0), before.name()));
        }
    }

    /**
     * The type of a resource.
     *
     * @param called the name of its classes
     */
    record ResourceType(String name, String called) {}

    /** {@code dev.longrun.filestore.v1}. */
    String packageOf(String version) {
        return packageName + '.' + version;
    }
}
