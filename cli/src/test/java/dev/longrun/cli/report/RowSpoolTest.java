// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static dev.longrun.cli.report.ReportTexts.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSpoolTest {

    private static List<ReportRow> rows(RowSpool spool) throws IOException {
        List<ReportRow> rows = new ArrayList<>();
        spool.forEach(rows::add);
        return rows;
    }

    @Test
    void givesBackWhatItGotAndTakesMore() throws IOException {
        ReportRow one = row("CANCELLED", 0, "a \"quoted\" \\u202e text\u2713");
        ReportRow other = row("UNKNOWN", 5, "");
        try (RowSpool spool = RowSpool.create()) {
            spool.add(one);
            assertThat(rows(spool)).containsExactly(one);
            spool.add(other);
            assertThat(rows(spool)).containsExactly(one, other);
        }
    }

    @Test
    void aLongTextIsCutOnce() throws IOException {
        ReportRow row = row("UNKNOWN", 5, "\ud83d\ude00".repeat(5_000));
        assertThat(row.words()).hasSizeLessThanOrEqualTo(2_001).endsWith("…");
        try (RowSpool spool = RowSpool.create()) {
            spool.add(row);
            assertThat(rows(spool)).containsExactly(row);
        }
    }
}
