// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the interface over all metadata of a service, if there is metadata, and the records. */
final class MetadataWriter {
    private final NameTable names;
    private final MessageTable table;
    private final String carrier;

    MetadataWriter(NameTable names, MessageTable table) {
        this.names = names;
        this.table = table;
        this.carrier = names.entry() + (table.hasOperation() ? "Operation" : "Metadata");
    }

    List<JavaFile> write() {
        List<JavaFile> files = new ArrayList<>();
        if (!table.hasOperation()) {
            files.add(new JavaFile(names.packageName(), carrier, carrier()));
        }
        table.topLevel().stream()
                .map(message -> new MessageWriter(table, message, carrier))
                .map(writer -> new JavaFile(names.packageName(), writer.className(), writer.write("")))
                .forEach(files::add);
        return files;
    }

    private String carrier() {
        List<String> permitted =
                table.metadata().stream().map(Message::simpleName).toList();
        return JavadocText.of("", doc())
                + LineBreaks.sealed(carrier, permitted)
                + """

                %1$s    /** The message as it was received. */
                    JsonObject json();

                    /** The metadata of the operation; empty if there is none or its type is unknown. */
                    static Optional<%2$s> of(Operation operation) {
                        return operation.metadata().flatMap(%2$s::of);
                    }

                    /** Decodes metadata; empty if its type is unknown. The version in the type name is ignored. */
                    static Optional<%2$s> of(Any metadata) {
                        String type = metadata.typeName();
                        return switch (type.substring(type.lastIndexOf('.') + 1)) {
                %3$s            default -> Optional.empty();
                        };
                    }
                }
                """.formatted(common(), carrier, cases());
    }

    private List<String> doc() {
        return List.of(
                "The decoded metadata of operations of %s.".formatted(names.title()),
                "Unknown fields are kept in {@link #json}, unknown values of enums as text, and metadata of an unknown type as"
                        + " {@link Any} in the operation.");
    }

    /** The fields that every type has. */
    private String common() {
        List<Message> all = table.metadata();
        if (all.size() == 1) {
            return "";
        }
        Stream<Field> shared = all.get(0).fields().stream()
                .filter(field -> all.stream()
                        .allMatch(m -> m.fields().stream()
                                .anyMatch(f -> f.name().equals(field.name())
                                        && f.type().equals(field.type())
                                        && f.repeated() == field.repeated())));
        return shared.map(field -> "    %s %s();\n\n".formatted(field.declaration(all.get(0)), field.component()))
                .collect(Collectors.joining());
    }

    private String cases() {
        return table.metadata().stream()
                .map(Message::simpleName)
                .map(name -> LineBreaks.assignment(
                        "            ",
                        "case \"%s\" ->".formatted(name),
                        "Optional.of(%s.of(metadata.value()));".formatted(name),
                        "    "))
                .collect(Collectors.joining());
    }
}
