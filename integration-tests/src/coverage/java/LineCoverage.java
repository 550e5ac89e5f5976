// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Says the line coverage of each artifact in one line, from JaCoCo's CSV report. The build runs it as a single source
 * file.
 */
record LineCoverage(long missed, long covered) {
    public static void main(String[] args) throws IOException {
        Path report = Path.of(args[0]);
        if (!Files.exists(report)) {
            System.out.println("Line coverage: not measured, no test ran");
            return;
        }
        List<String> rows = Files.readAllLines(report);
        List<String> columns = List.of(rows.get(0).split(","));
        int missed = columns.indexOf("LINE_MISSED");
        int covered = columns.indexOf("LINE_COVERED");
        var artifacts = new TreeMap<String, LineCoverage>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            String artifact = cells[0].substring(cells[0].lastIndexOf('/') + 1);
            var type = new LineCoverage(Long.parseLong(cells[missed]), Long.parseLong(cells[covered]));
            artifacts.merge(artifact, type, LineCoverage::plus);
        }
        artifacts.forEach((artifact, lines) -> System.out.println("Line coverage of " + artifact + ": " + lines));
    }

    private LineCoverage plus(LineCoverage other) {
        return new LineCoverage(missed + other.missed, covered + other.covered);
    }

    @Override
    public String toString() {
        long lines = missed + covered;
        return String.format(
                Locale.ROOT, "%.1f %% (%d of %d lines)", 100.0 * covered / Math.max(1, lines), covered, lines);
    }
}
