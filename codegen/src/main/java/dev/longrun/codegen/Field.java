// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.Optional;

/**
 * A field of a message.
 *
 * @param name the name in JSON
 * @param type the type in the table: a {@link FieldType}, a message or an enum
 * @param target the type of the resource whose name the field contains, such as {@code aiplatform.googleapis.com/Model}
 * @param oneof the group of which only one field is set
 */
record Field(String name, String type, boolean repeated, Optional<String> target, Optional<String> oneof) {
    private static final String REPEATED = "repeated";
    private static final String NAMES = "names:";
    private static final String ONEOF = "oneof:";

    /** {@code errors TestError repeated}, {@code model string names:aiplatform.googleapis.com/Model oneof:result}. */
    static Field of(TableRow row) {
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

    private static Optional<String> option(TableRow row, String prefix) {
        return row.words().stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst();
    }

    String component() {
        return JavaIdentifiers.identifier(name);
    }

    /** {@code Optional<Instant>}, as declared inside the message {@code within}. */
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
