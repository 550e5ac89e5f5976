// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns columns = Columns.of("A", "NAME", "NOTE").withWidth(0, 4);

    @Test
    void alignToTheWidthsThatWereSettled() {
        assertThat(columns.heading()).isEqualTo("A     NAME  NOTE");
        assertThat(columns.line(List.of("b", "c", "d"))).isEqualTo("b     c     d");
    }

    @Test
    void letAWiderCellThrough() {
        assertThat(columns.line(List.of("b", "longer", "d"))).isEqualTo("b     longer  d");
    }

    @Test
    void markAnEmptyCellSoThatTheOthersCanBeCounted() {
        assertThat(columns.line(List.of("b", "", "d"))).isEqualTo("b     -     d");
    }

    @Test
    void leaveNoSpacesAtTheEnd() {
        assertThat(columns.line(List.of("b", "c", ""))).isEqualTo("b     c");
        assertThat(columns.line(List.of("b", "", ""))).isEqualTo("b");
    }

    @Test
    void keepACellOnItsLine() {
        assertThat(columns.line(List.of("b", "c", "two\nlines\u001B[31m\u202E")))
                .isEqualTo("b     c     two\\u000alines\\u001b[31m\\u202e");
    }
}
