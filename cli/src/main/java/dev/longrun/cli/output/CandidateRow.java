// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cli.name.ServiceCandidate;
import java.util.List;

/** A service that may have an operation. */
public record CandidateRow(ServiceCandidate candidate) implements Row {

    /** Columns that are wide enough for the rows. */
    public static Columns columns(List<CandidateRow> rows) {
        Columns columns = Columns.of("SERVICE", "VERSION", "PATTERN", "NAME");
        for (int i = 0; i < 3; i++) {
            int column = i;
            columns = columns.withWidth(
                    i, rows.stream().map(row -> row.cells().get(column)).toList());
        }
        return columns;
    }

    @Override
    public List<String> cells() {
        return List.of(
                candidate.service().name(),
                candidate.service().version(),
                candidate.pattern().toString(),
                candidate.name());
    }

    @Override
    public String json() {
        return RowJson.object()
                .put("name", candidate.name())
                .put("service", candidate.service().name())
                .put("version", candidate.service().version())
                .put("pattern", candidate.pattern().toString())
                .put("whole", candidate.isWhole())
                .end();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    @Override
    public AnsiStyle style() {
        return candidate.isWhole() ? AnsiStyle.PLAIN : AnsiStyle.YELLOW;
    }
}
