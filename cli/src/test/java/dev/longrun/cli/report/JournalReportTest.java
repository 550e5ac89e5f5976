// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static dev.longrun.cli.report.ReportTexts.journal;
import static dev.longrun.cli.report.ReportTexts.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.JournalIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReportTest {
    @TempDir
    Path directory;

    private static String outcome(String id, CancelOutcome.Kind kind, String more) {
        return line("outcome", id, ",\"outcome\":\"" + kind + "\",\"request\":\"ACCEPTED\",\"polls\":2" + more);
    }

    private static List<ReportRow> rows(Report report) throws IOException {
        List<ReportRow> rows = new ArrayList<>();
        report.rows().forEach(rows::add);
        return rows;
    }

    @Test
    void theCountsAreThoseOfTheJournal() throws IOException {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (CancelOutcome.Kind kind : CancelOutcome.Kind.values()) {
            for (int i = 0; i <= kind.ordinal(); i++) {
                String id = "o" + number++;
                lines.append(line("intent", id, "")).append(outcome(id, kind, ",\"state\":\"RUNNING\""));
            }
        }
        Path file = journal(
                directory,
                lines.toString(),
                line("intent", "failed", ""),
                line("failure", "failed", ",\"error\":{\"message\":\"no route\"}"),
                line("intent", "lost", ""));
        JournalIndex index = JournalIndex.read(file);
        Report report = JournalReport.of(List.of(file));
        index.counts()
                .outcomes()
                .forEach((kind, count) -> assertThat(report.counts()).containsEntry(kind.name(), count));
        assertThat(report.counts())
                .containsEntry("ERROR", index.counts().failed())
                .containsEntry("NO_OUTCOME", 1L);
        assertThat(report.total()).isEqualTo(index.names());
        assertThat(report.unresolved()).isEqualTo(index.unsettled());
        assertThat(rows(report)).hasSize(index.names());
    }

    @Test
    void anOutcomeThatALaterRunFoundCounts() throws IOException {
        Path file = journal(
                directory,
                line("intent", "a", ""),
                outcome("a", CancelOutcome.Kind.STILL_RUNNING, ""),
                outcome("a", CancelOutcome.Kind.CANCELLED, ""));
        assertThat(JournalReport.of(List.of(file)).counts()).containsOnlyKeys("CANCELLED");
    }

    @Test
    void theMomentsAndTheWordsAreThoseOfTheLines() throws IOException {
        Path file = journal(
                directory,
                line("planned", "a", ",\"number\":1,\"of\":1,\"command\":\"lro sweep x\",\"reason\":\"cleanup\""),
                line("intent", "a", ""),
                line("response", "a", ",\"request\":\"ACCEPTED\""),
                outcome(
                        "a",
                        CancelOutcome.Kind.FAILED_ANYWAY,
                        ",\"createTime\":\"2025-12-31T23:00:00Z\",\"notedAt\":\"2026-01-01T00:00:01.5Z\","
                                + "\"status\":{\"code\":9,\"message\":\"disk full\"},\"state\":\"FAILED\""));
        Report report = JournalReport.of(List.of(file));
        ReportRow row = rows(report).get(0);
        assertThat(row.words()).isEqualTo("FAILED_PRECONDITION: disk full");
        assertThat(row.cells())
                .contains(
                        "2025-12-31T23:00:00Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:00:01.500Z",
                        "2026-01-01T00:00:02Z");
        assertThat(report.header().commands()).containsExactly("lro sweep x");
        assertThat(report.header().notes()).containsEntry("reason", "cleanup");
    }

    @Test
    void aNameThatWasOnlyPlannedWasNotBegun() throws IOException {
        Path file = journal(directory, line("planned", "a", ",\"number\":1,\"of\":1"));
        Report report = JournalReport.of(List.of(file));
        assertThat(report.counts()).containsEntry("NOT_BEGUN", 1L);
        assertThat(report.goOn()).isEqualTo("lro cancel --resume " + file);
    }

    @Test
    void theResumeHasTheOptionsOfTheLastCommand() throws IOException {
        Path file = journal(
                directory,
                line(
                        "intent",
                        "a",
                        ",\"command\":\"lro cancel x\",\"resumeOptions\":\"--endpoint https://lab.example\""));
        assertThat(JournalReport.of(List.of(file)).goOn())
                .isEqualTo("lro cancel --resume " + file + " --endpoint https://lab.example");
        assertThat(JournalReport.of(List.of(file)).header().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reason x; rm -r /", "--reason $(id)", "--reason 'a' `id`", "--reason 'a", "a\\nb"})
    void optionsThatAreMoreThanWordsAreLeftOut(String options) throws IOException {
        Path file = journal(
                directory, line("intent", "a", ",\"command\":\"lro cancel x\",\"resumeOptions\":\"" + options + "\""));
        assertThat(JournalReport.of(List.of(file)).goOn()).isEqualTo("lro cancel --resume " + file);
    }

    @Test
    void theSecretsOfNotesAreHidden() throws IOException {
        Path file = journal(
                directory, line("intent", "a", ",\"command\":\"lro cancel --token ya29.secret-secret-secret-12345\""));
        assertThat(JournalReport.of(List.of(file)).header().commands().get(0)).contains("[hidden]");
    }

    @Test
    void severalJournalsMakeOneReport() throws IOException {
        Path one = journal(directory, line("intent", "a", ""), outcome("a", CancelOutcome.Kind.CANCELLED, ""));
        Path other = Files.writeString(directory.resolve("other.jsonl"), line("intent", "b", ""));
        Report report = JournalReport.of(List.of(one, other));
        assertThat(report.total()).isEqualTo(2);
        assertThat(report.goOn())
                .startsWith("lro journal merge --into merged.jsonl ")
                .endsWith("--resume merged.jsonl");
    }

    @Test
    void aDamagedLineIsAnErrorThatNamesIt() throws IOException {
        Path file = journal(directory, line("intent", "a", ""), "{\"schemaVersion\":1,\n", line("intent", "b", ""));
        assertThatThrownBy(() -> JournalReport.of(List.of(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 2");
    }
}
