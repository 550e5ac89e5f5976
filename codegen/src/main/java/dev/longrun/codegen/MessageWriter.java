// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a message as a record, or an enum as a record that accepts unknown values, with the nested ones. */
final class MessageWriter {
    private static final String LEVEL = "    ";

    private final MessageTable table;
    private final Message message;
    private final String carrier;

    /** @param carrier the interface of all metadata, or the record of the operation itself */
    MessageWriter(MessageTable table, Message message, String carrier) {
        this.table = table;
        this.message = message;
        this.carrier = carrier;
    }

    /** The simple name of the record. */
    String className() {
        return message.kind() == Message.Kind.OPERATION ? carrier : message.className();
    }

    /** From doc comment to closing brace, indented by {@code indent}. */
    String write(String indent) {
        return message.kind() == Message.Kind.ENUM ? enumRecord(indent) : messageRecord(indent);
    }

    private String messageRecord(String indent) {
        List<String> components = Stream.concat(
                        message.fields().stream().map(f -> f.declaration(message) + ' ' + f.component()),
                        Stream.of("JsonObject json"))
                .toList();
        String clause = message.kind() == Message.Kind.METADATA ? "implements " + carrier : "";
        List<String> members = new ArrayList<>();
        if (message.fields().stream().anyMatch(Field::isMutable)) {
            members.add(copies(indent + LEVEL));
        }
        members.add(reader(indent + LEVEL));
        if (message.kind() == Message.Kind.OPERATION) {
            members.add(operationReader(indent + LEVEL));
        }
        table.nestedIn(message).stream()
                .map(nested -> new MessageWriter(table, nested, carrier).write(indent + LEVEL))
                .forEach(members::add);
        return messageDoc(indent)
                + LineBreaks.record(indent, className(), components, clause)
                + '\n'
                + String.join("\n", members)
                + indent
                + "}\n";
    }

    private String messageDoc(String indent) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("{@code %s}.".formatted(message.fullName()));
        if (message.kind() == Message.Kind.OPERATION) {
            paragraphs.add("Operations of this service have no metadata: these are fields of the operation itself.");
        }
        if (!message.rpcs().isEmpty()) {
            String rpcs = message.rpcs().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                    .collect(Collectors.joining("; "));
            paragraphs.add("Metadata of the operations of " + rpcs + '.');
        }
        message.fields().stream().flatMap(this::fieldDoc).forEach(paragraphs::add);
        paragraphs.add("@param json the message as it was received, with unknown fields");
        return JavadocText.of(indent, paragraphs);
    }

    private Stream<String> fieldDoc(Field field) {
        List<String> facts = new ArrayList<>();
        field.target().ifPresent(target -> facts.add("name of the {@code %s}".formatted(target)));
        field.oneof().ifPresent(group -> oneof(field, group).ifPresent(facts::add));
        if (field.type().equals("bytes")) {
            facts.add("in base64");
        }
        if (field.type().equals("value")) {
            facts.add("the JSON text of any value");
        }
        return facts.isEmpty()
                ? Stream.of()
                : Stream.of("@param %s %s".formatted(field.component(), String.join("; ", facts)));
    }

    private Optional<String> oneof(Field field, String group) {
        String others = message.fields().stream()
                .filter(other -> other.oneof().filter(group::equals).isPresent())
                .filter(other -> !other.equals(field))
                .map(other -> "{@code " + other.component() + '}')
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? Optional.empty() : Optional.of("excludes " + others);
    }

    private String copies(String indent) {
        String lines = message.fields().stream()
                .filter(Field::isMutable)
                .map(f -> "%s    %s = %s.copyOf(%s);\n"
                        .formatted(indent, f.component(), f.repeated() ? "List" : "Map", f.component()))
                .collect(Collectors.joining());
        return "%spublic %s {\n%s%s}\n".formatted(indent, className(), lines, indent);
    }

    private String reader(String indent) {
        List<String> arguments = Stream.concat(
                        message.fields().stream().map(f -> f.read(table, message)), Stream.of("json"))
                .toList();
        return JavadocText.of(
                        indent, List.of("Reads the known fields; a field that is missing or of another type is empty."))
                + "%spublic static %s of(JsonObject json) {\n".formatted(indent, className())
                + LineBreaks.list(indent + LEVEL, "return new " + className() + "(", arguments, ");\n")
                + indent
                + "}\n";
    }

    private String operationReader(String indent) {
        return """
                /** The fields of the operation, read from its JSON. */
                public static %s of(Operation operation) {
                    return of(operation.json());
                }
                """.formatted(className()).indent(indent.length());
    }

    private String enumRecord(String indent) {
        String name = message.className();
        String constants = message.values().stream()
                .map(value -> LineBreaks.assignment(
                        indent + LEVEL,
                        "public static final %s %s =".formatted(name, value),
                        "new %s(\"%s\");".formatted(name, value),
                        "        "))
                .collect(Collectors.joining());
        return JavadocText.of(
                        indent,
                        List.of(
                                "{@code %s}. An unknown value is kept as its text.".formatted(message.fullName()),
                                "@param text the name of the value"))
                + """
                public record %1$s(String text) {
                %2$s
                    @Override
                    public String toString() {
                        return text;
                    }
                }
                """.formatted(name, constants.replaceAll("(?m)^" + indent, ""))
                        .replaceAll("(?m)^(?=.)", indent);
    }
}
