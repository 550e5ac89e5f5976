// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Optional;

/**
 * A field of a message.
 *
 * @param name as in JSON
 * @param type what the table calls it: a {@link FieldType}, or else a message or enum
 * @param target the resource type that the field names, such as {@code aiplatform.googleapis.com/Model}
 * @param oneof the group of which only one field is set
 */
record Field(String name, String type, boolean repeated, Optional<String> target, Optional<String> oneof) {
    private static final String REPEATED = "repeated";
    private static final String NAMES = "names:";
    private static final String ONEOF = "oneof:";

    /** {@code errors TestError repeated}, {@code model string names:aiplatform.googleapis.com/Model oneof:result}. */
    static Field of(Row row) {
        if (row.words().size() < 2) {
            throw row.error("a field takes a name and a type; got \"%s\"".formatted(row.first()));
        }
        boolean repeated = row.words().contains(REPEATED);
        String type = row.words().get(1);
        if (repeated && FieldType.ofLabel(type).filter(t -> !t.canRepeat()).isPresent()) {
            throw row.error("no list of %s is known; teach FieldType".formatted(type));
        }
        return new Field(row.first(), type, repeated, option(row, NAMES), option(row, ONEOF));
    }

    private static Optional<String> option(Row row, String prefix) {
        return row.words().stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst();
    }

    String component() {
        return Java.identifier(name);
    }

    /** {@code Optional<Instant>}, as the message {@code within} would say it. */
    String declaration(Message within) {
        return FieldType.ofLabel(type)
                .map(known -> known.declaration(repeated))
                .orElseGet(() -> (repeated ? "List<%s>" : "Optional<%s>").formatted(within.reference(type)));
    }

    /** The expression that reads the field from {@code json}. */
    String read(MessageTable table, Message within) {
        return FieldType.ofLabel(type)
                .map(known -> known.read(name, repeated))
                .orElseGet(() -> readMessage(table.isEnum(type), within.reference(type)));
    }

    private String readMessage(boolean isEnum, String javaType) {
        String decoder = javaType + (isEnum ? "::new" : "::of");
        String values = "json.%s%s(\"%s\")".formatted(isEnum ? "string" : "object", repeated ? "s" : "", name);
        return repeated ? values + ".stream().map(" + decoder + ").toList()" : values + ".map(" + decoder + ')';
    }

    boolean isMutable() {
        return repeated || type.equals("strings");
    }
}
