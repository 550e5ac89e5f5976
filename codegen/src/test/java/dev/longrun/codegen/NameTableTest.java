// SPDX-License-Identifier: Apache-2.0
package dev.longrun.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NameTableTest {
    private static final String HEAD = """
            title     Some Service      # as in prose
            entry     Some
            package   dev.some
            service   some.googleapis.com
            """;

    @Test
    void isReadRowByRow() {
        NameTable table = parse(HEAD + """
                resources v1 v2
                  Thing  projects/*/things/*
                  Thing  things/*  as:LooseThing
                """);

        assertThat(table.title()).isEqualTo("Some Service");
        assertThat(table.packageOf("v2")).isEqualTo("dev.some.v2");
        assertThat(table.versions()).containsExactly("v1", "v2");
        assertThat(table.types())
                .containsEntry("projects/*/things/*", new NameTable.ResourceType("Thing", "Thing"))
                .containsEntry("things/*", new NameTable.ResourceType("Thing", "LooseThing"));
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> parse(HEAD + "versions v1"))
                .hasMessage(
                        "names line 5: unknown keyword \"versions\"; expected title, entry, package, service or resources");
        assertThatThrownBy(() -> parse("title X")).hasMessage("names has no row entry");
        assertThatThrownBy(() -> parse(HEAD + "resources v1\n  A a/*\n  B a/*"))
                .hasMessage("names line 7: \"a/*\" is of type A already");
        assertThatThrownBy(() -> parse(HEAD + "resources v1\n  A"))
                .hasMessage("names line 6: a type takes a pattern; got \"\"");
    }

    private static NameTable parse(String text) {
        return NameTable.parse("names", text);
    }
}
