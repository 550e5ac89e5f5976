// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTableTest {

    @Test
    void isReadRowByRow() {
        MessageTable table = parse("""
                package  some.v1
                metadata ImportMetadata
                  < Importer: ImportFiles ImportRows
                  < Importer: ImportAll
                  errors  Problem repeated
                  model   string names:some.googleapis.com/Model oneof:target
                message  Problem
                  kind    Problem.Kind
                enum     Problem.Kind
                  KIND_UNSPECIFIED TRANSIENT
                  LASTING
                """);

        Message metadata = table.metadata().get(0);
        assertThat(metadata.fullName()).isEqualTo("some.v1.ImportMetadata");
        assertThat(metadata.rpcs()).isEqualTo(Map.of("Importer", List.of("ImportFiles", "ImportRows", "ImportAll")));
        assertThat(metadata.fields())
                .containsExactly(
                        new Field("errors", "Problem", true, Optional.empty(), Optional.empty()),
                        new Field(
                                "model",
                                "string",
                                false,
                                Optional.of("some.googleapis.com/Model"),
                                Optional.of("target")));
        assertThat(table.topLevel()).extracting(Message::name).containsExactly("ImportMetadata", "Problem");
        assertThat(table.nestedIn(table.topLevel().get(1)))
                .singleElement()
                .satisfies(
                        kind -> assertThat(kind.values()).containsExactly("KIND_UNSPECIFIED", "TRANSIENT", "LASTING"));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() -> parse("record X"))
                .hasMessage("metadata line 1: unknown keyword \"record\"; expected package, metadata,"
                        + " operation, message or enum");
        assertThatThrownBy(() -> parse("  field string"))
                .hasMessage("metadata line 1: the first row must not be indented; got \"field\"");
        assertThatThrownBy(() -> parse("message X\n  field"))
                .hasMessage("metadata line 2: a field takes a name and a type; got \"field\"");
        assertThatThrownBy(() -> parse("message X\n  field duration repeated"))
                .hasMessage("metadata line 2: no list of duration is known; teach FieldType");
        assertThatThrownBy(() -> parse("message X\n  field Y"))
                .hasMessage("metadata: X.field is of type \"Y\", which is not in the table");
        assertThatThrownBy(() -> parse("operation X\nmetadata Y"))
                .hasMessage("metadata: operation must be alone, and without metadata");
    }

    private static MessageTable parse(String text) {
        return MessageTable.parse("metadata", text);
    }
}
