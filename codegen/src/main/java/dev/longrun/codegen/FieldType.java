// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of fields that are not messages or enums: how a record declares them and reads them from {@code json}. */
enum FieldType {
    STRING("Optional<String>", "json.string(%s)", "List<String>", "json.strings(%s)"),
    BOOL("Optional<Boolean>", "json.bool(%s)"),
    /** A list is kept as text: proto JSON writes 64-bit integers as strings. */
    INT64("OptionalLong", "json.integer(%s)", "List<String>", "json.strings(%s)"),
    INT32("OptionalLong", "json.integer(%s)"),
    DOUBLE("OptionalDouble", "json.number(%s)"),
    FLOAT("OptionalDouble", "json.number(%s)"),
    TIMESTAMP("Optional<Instant>", "json.timestamp(%s)"),
    DURATION("Optional<Duration>", "json.duration(%s)"),
    STRUCT("Optional<JsonObject>", "json.object(%s)", "List<JsonObject>", "json.objects(%s)"),
    ANY(
            "Optional<Any>",
            "json.object(%s).map(Any::of)",
            "List<Any>",
            "json.objects(%s).stream().map(Any::of).toList()"),
    STATUS(
            "Optional<Status>",
            "json.object(%s).map(StatusReader::status)",
            "List<Status>",
            "json.objects(%s).stream().map(StatusReader::status).toList()"),
    /** JSON of any kind, kept as text. */
    VALUE("Optional<String>", "json.raw(%s)"),
    /** Kept as the base64 text of the JSON. */
    BYTES("Optional<String>", "json.string(%s)"),
    STRINGS("Map<String, String>", "json.stringMap(%s)");

    private final String one;
    private final String readOne;
    private final String many;
    private final String readMany;

    FieldType(String one, String readOne) {
        this(one, readOne, "", "");
    }

    FieldType(String one, String readOne, String many, String readMany) {
        this.one = one;
        this.readOne = readOne;
        this.many = many;
        this.readMany = readMany;
    }

    /** The type with that name in tables. */
    static Optional<FieldType> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }

    boolean canRepeat() {
        return !many.isEmpty();
    }

    String declaration(boolean repeated) {
        return repeated ? many : one;
    }

    String read(String field, boolean repeated) {
        return (repeated ? readMany : readOne).formatted('"' + field + '"');
    }
}
