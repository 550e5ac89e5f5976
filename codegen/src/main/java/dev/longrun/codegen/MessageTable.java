// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The messages that are metadata of operations, and their fields:
 *
 * <pre>
 * package  google.cloud.filestore.v1      # of proto, for the rows below
 * metadata ImportMetadata                 # metadata of operations
 *   &lt; Importer: ImportFiles ImportRows     # the interface, then its methods
 *   createTime  timestamp
 *   errors      Problem repeated
 *   model       string names:aiplatform.googleapis.com/Model oneof:target
 * message  Problem                        # part of other messages
 *   kind        Problem.Kind
 * enum     Problem.Kind
 *   KIND_UNSPECIFIED TRANSIENT
 * </pre>
 *
 * <p>Types are those of {@link FieldType} in lower case, or messages and enums of the table. In place of metadata a
 * table may have one {@code operation}: the message of the operation itself, where its facts are fields of it.
 */
record MessageTable(Map<String, Message> messages) {
    private static final String PACKAGE = "package";
    private static final String CARRIED_BY = "<";

    static MessageTable parse(String source, String text) {
        Map<String, Message> messages = new LinkedHashMap<>();
        String protoPackage = "";
        for (List<TableRow> block : TableRow.blocks(source, text)) {
            TableRow head = block.get(0);
            if (head.first().equals(PACKAGE)) {
                protoPackage = head.value();
            } else {
                Message message = message(protoPackage, head, block.subList(1, block.size()));
                messages.put(message.name(), message);
            }
        }
        return new MessageTable(messages).checked(source);
    }

    private static Message message(String protoPackage, TableRow head, List<TableRow> rows) {
        Message.Kind kind = kind(head);
        boolean isEnum = kind == Message.Kind.ENUM;
        Map<String, List<String>> rpcs = new LinkedHashMap<>();
        rows.stream()
                .filter(MessageTable::isCarriedBy)
                .map(TableRow::rest)
                .forEach(words -> rpcs.computeIfAbsent(words.get(0).replace(":", ""), i -> new ArrayList<>())
                        .addAll(words.subList(1, words.size())));
        List<TableRow> content = rows.stream().filter(row -> !isCarriedBy(row)).toList();
        List<Field> fields =
                isEnum ? List.of() : content.stream().map(Field::of).toList();
        List<String> values =
                isEnum ? content.stream().flatMap(row -> row.words().stream()).toList() : List.of();
        return new Message(kind, protoPackage, head.value(), rpcs, fields, values);
    }

    private static boolean isCarriedBy(TableRow row) {
        return row.first().equals(CARRIED_BY);
    }

    private static Message.Kind kind(TableRow head) {
        for (Message.Kind kind : Message.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(head.first())) {
                return kind;
            }
        }
        throw head.error("unknown keyword \"%s\"; expected package, metadata, operation, message or enum"
                .formatted(head.first()));
    }

    private MessageTable checked(String source) {
        if (hasOperation()
                && messages.values().stream().filter(Message::isCarried).count() > 1) {
            throw new IllegalArgumentException("%s: operation must be alone, and without metadata".formatted(source));
        }
        for (Message message : messages.values()) {
            for (Field field : message.fields()) {
                if (FieldType.ofLabel(field.type()).isEmpty() && !messages.containsKey(field.type())) {
                    throw new IllegalArgumentException("%s: %s.%s is of type \"%s\", which is not in the table"
                            .formatted(source, message.name(), field.name(), field.type()));
                }
            }
        }
        return this;
    }

    boolean isEnum(String name) {
        Message message = messages.get(name);
        return message != null && message.kind() == Message.Kind.ENUM;
    }

    /** The messages that are metadata of operations. */
    List<Message> metadata() {
        return messages.values().stream()
                .filter(message -> message.kind() == Message.Kind.METADATA)
                .sorted(Comparator.comparing(Message::name))
                .toList();
    }

    /** True if operations have their facts as fields of their own. */
    boolean hasOperation() {
        return messages.values().stream().anyMatch(message -> message.kind() == Message.Kind.OPERATION);
    }

    /** Messages and enums that are not nested in another one of the table. */
    List<Message> topLevel() {
        return messages.values().stream()
                .filter(message -> !messages.containsKey(message.outer()))
                .toList();
    }

    List<Message> nestedIn(Message outer) {
        return messages.values().stream()
                .filter(message -> message.outer().equals(outer.name()))
                .toList();
    }
}
