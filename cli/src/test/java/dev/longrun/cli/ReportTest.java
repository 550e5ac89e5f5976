// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.PARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.journal.CancelJournal;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --report} and {@code lro report}. */
@Timeout(30)
class ReportTest {
    @TempDir
    Path directory;

    private Path page() {
        return directory.resolve("report.html");
    }

    private Path journal() {
        return directory.resolve("journal.jsonl");
    }

    /** The data of an element of the page. */
    private static String data(Path page, String id) throws IOException {
        String text = Files.readString(page);
        String begin = "id=\"" + id + "\">";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf("</script>", from));
    }

    private JsonObject header() throws IOException {
        return JsonObject.parse(data(page(), "report"));
    }

    private List<JsonObject> rows() throws IOException {
        return JsonObject.parse("{\"rows\":" + data(page(), "rows") + "}").objects("rows");
    }

    @Nested
    class OfARun {

        @Test
        void tellsWhatWasAskedAndWhatBecameOfIt() throws IOException {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro(
                                "cancel", "-q", FULL + "cancels-500-a", FULL + "completes-500-b", "--report=" + page()))
                        .isEqualTo(3);
            }
            assertThat(header().raw("counts")).hasValue("{\"CANCELLED\":1,\"COMPLETED_ANYWAY\":1}");
            assertThat(header().strings("commands").get(0)).startsWith("lro cancel -q //file.googleapis.com/");
            assertThat(header().integer("unresolved")).hasValue(0);
            assertThat(header().object("traffic").orElseThrow().raw("spans").orElseThrow())
                    .contains("[2,");
            assertThat(rows()).allSatisfy(row -> {
                List<String> times = List.of(
                        row.raw("t").orElseThrow().replaceAll("[\\[\\]]", "").split(","));
                assertThat(times.get(1)).as("asked").isNotEqualTo("0");
                assertThat(Long.parseLong(times.get(4)))
                        .as("ended")
                        .isGreaterThanOrEqualTo(Long.parseLong(times.get(1)));
            });
        }

        @Test
        void namesTheCommandThatGoesOnWithWhatIsUnresolved() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", FULL + "stuck-a", "--report=" + page());
                assertThat(header().string("goOn").orElseThrow())
                        .isEqualTo("lro cancel --read-first " + FULL + "stuck-a --endpoint " + shell.server.url());
            }
            assertThat(header().integer("unresolved")).hasValue(1);
        }

        @Test
        void aJournalGoesOnByItsResume() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "-q", FULL + "stuck-a", "--journal=" + journal(), "--report=" + page());
            }
            assertThat(header().string("goOn").orElseThrow()).startsWith("lro cancel --resume " + journal());
        }

        @Test
        void ofAWaitHasItsOutcomes() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.server.operation(Shell.OPERATIONS + "completes-500-a");
                assertThat(shell.lro("wait", "--quiet", FULL + "done-a", "--report=" + page()))
                        .isZero();
            }
            assertThat(header().raw("counts")).hasValue("{\"SUCCEEDED\":1}");
            assertThat(header().string("kind")).hasValue("wait");
        }

        @Test
        void ofASweepHasWhatItCancelled() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("get", "--quiet", FULL + "cancels-500-a");
                shell.clear();
                shell.lro("sweep", PARENT, "--quiet", "--service=file", "--yes", "--report=" + page());
            }
            assertThat(header().string("kind")).hasValue("sweep");
            assertThat(rows()).extracting(row -> row.string("o").orElseThrow()).containsOnly("CANCELLED");
        }

        @Test
        void aTextThatIsNoNameIsAnError() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", FULL + "cancels-0-a", "<img src=x>", "--report=" + page());
            }
            assertThat(header().raw("counts")).hasValue("{\"CANCELLED\":1,\"ERROR\":1}");
            assertThat(Files.readString(page())).doesNotContain("<img");
        }

        @Test
        void whatAServerSaysIsShownEscaped() throws IOException {
            String hostile = "</script><img src=x onerror=alert(1)> \u001b[31m \u202e";
            try (Shell shell = Shell.start()) {
                shell.server.faults().on(ApiMethod.CANCEL).always(Fault.error(Code.FAILED_PRECONDITION, hostile, "NO"));
                shell.lro("cancel", "--quiet", FULL + "stuck-a", "--report=" + page());
            }
            assertThat(rows().get(0).string("w").orElseThrow()).contains("</script><img", "\\u001b[31m \\u202e");
            assertThat(data(page(), "rows")).doesNotContain("<", "\u001b", "\u202e");
        }

        @Test
        void anotherFileIsNotWrittenOverAndNothingIsSent() throws IOException {
            Files.writeString(page(), "my thesis");
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", "--quiet", FULL + "cancels-0-a", "--report=" + page()))
                        .isEqualTo(2);
                assertThat(shell.err()).contains("exists and is no report of lro");
                assertThat(shell.requests()).isEmpty();
            }
            assertThat(page()).content().isEqualTo("my thesis");
        }

        @Test
        void isNotWrittenForACommandThatBeganNothing() {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", "--resume=" + journal(), "--report=" + page()))
                        .isEqualTo(2);
            }
            assertThat(page()).doesNotExist();
        }

        @Test
        void isWrittenAfterAnInterruptWithWhatIsKnown() throws Exception {
            VirtualTime time = VirtualTime.manual();
            try (Shell shell = Shell.start(time)) {
                CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                        () -> shell.lro("cancel", "--quiet", FULL + "stuck-a", "--report=" + page()),
                        task -> new Thread(task).start());
                time.awaitPending(1); // the first read after the cancel
                shell.signals.interrupt();
                assertThat(code.get()).isEqualTo(130);
                assertThat(shell.err()).endsWith("report: " + page() + "\n");
            }
            assertThat(header().bool("interrupted")).hasValue(true);
            assertThat(header().raw("counts")).hasValue("{\"NO_OUTCOME\":1}");
            assertThat(header().string("goOn").orElseThrow()).contains("--read-first " + FULL + "stuck-a");
        }

        @Test
        void secretsOfTheCommandLineAreHidden() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro(
                        "cancel", "-q", FULL + "cancels-0-a", "access_token=ya29.a-secret-12345", "--report=" + page());
            }
            assertThat(Files.readString(page())).doesNotContain("a-secret");
        }

        @Test
        void withoutTheOptionNoClassOfReportsIsLoaded() throws Exception {
            Path classes = directory.resolve("classes");
            try (FakeOperationsServer server = FakeOperationsServer.start();
                    ChildProcess lro = ChildProcess.lro(
                            directory,
                            List.of("-Xlog:class+load=info:file=" + classes),
                            "cancel",
                            FULL + "cancels-0-a",
                            "--endpoint=" + server.url())) {
                assertThat(lro.exitCode()).isZero();
            }
            assertThat(classes)
                    .content()
                    .contains("dev.longrun.cli.command.CancelCommand")
                    .doesNotContain("dev.longrun.cli.report");
        }

        @Test
        void noDraftAndNoRowsAreLeft() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", FULL + "cancels-0-a", "--report=" + page());
            }
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).containsExactly(page());
            }
        }
    }

    @Nested
    class OfAJournal {

        @Test
        void hasTheCountsOfTheRunInEachFormat() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "-q", FULL + "cancels-500-a", FULL + "completes-500-b", "--journal=" + journal());
                shell.clear();
                assertThat(shell.lroWithoutEndpoint("report", journal().toString(), "--output", page().toString()))
                        .isZero();
                assertThat(shell.err()).endsWith("lro: the report is in " + page() + "\n");
                assertThat(header().raw("counts")).hasValue("{\"CANCELLED\":1,\"COMPLETED_ANYWAY\":1}");
                assertThat(header().strings("commands").get(0)).startsWith("lro cancel -q //file");
                assertThat(said(shell, "md")).contains("| cancelled | 1 |");
                assertThat(said(shell, "csv"))
                        .startsWith("outcome,service,name")
                        .contains("CANCELLED,file.googleapis.com,");
                assertThat(said(shell, "junit"))
                        .contains("<testsuites name=\"lro\" tests=\"2\" failures=\"1\" errors=\"0\">");
                assertThat(said(shell, "json")).hasLineCount(2).contains("\"outcome\":\"COMPLETED_ANYWAY\"");
                assertThat(said(shell, "html")).isEqualTo(Files.readString(page()));
            }
        }

        private String said(Shell shell, String format) {
            shell.clear();
            assertThat(shell.lroWithoutEndpoint("report", journal().toString(), "--format", format))
                    .isZero();
            return shell.out();
        }

        @Test
        void thatIsNotThereIsAnError() {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lroWithoutEndpoint("report", journal().toString()))
                        .isEqualTo(2);
                assertThat(shell.err()).isEqualTo("lro: journal " + journal() + ": there is no such file\n");
            }
        }

        @Test
        void itsFormatsAreNotThoseOfRows() {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", FULL + "cancels-0-a", "--format=junit"))
                        .isEqualTo(2);
                assertThat(shell.err()).isEqualTo("lro: --format junit is for lro report; expected table or json\n");
                assertThat(shell.requests()).isEmpty();
            }
        }
    }

    @Nested
    class JournalShow {

        private void written() throws IOException {
            Files.write(
                    journal(),
                    List.of(
                            line("intent", "a", ",\"command\":\"lro cancel a b\""),
                            line("intent", "b", ""),
                            line("outcome", "a", ",\"outcome\":\"CANCELLED\""),
                            line("outcome", "b", ",\"outcome\":\"STILL_RUNNING\"")));
        }

        private String line(String event, String id, String more) {
            return "{\"schemaVersion\":1,\"at\":\"2026-01-01T00:00:00Z\",\"event\":\"" + event + "\",\"name\":\""
                    + Shell.OPERATIONS + id + "\",\"service\":\"file.googleapis.com\",\"version\":\"v1\"" + more + "}";
        }

        @Test
        void saysWhatIsUnresolvedAndWhatCameLast() throws IOException {
            try (Shell shell = Shell.start()) {
                written();
                assertThat(shell.lroWithoutEndpoint("journal", "show", journal().toString()))
                        .isZero();
                assertThat(shell.out())
                        .contains(
                                "names       2\noutcomes    1 cancelled\nunresolved  1\n  STILL_RUNNING  " + FULL
                                        + "b\n",
                                "command     lro cancel a b\n",
                                "  outcome still_running  " + FULL + "b\n")
                        .doesNotContain("torn");
            }
        }

        @Test
        void isOneObjectForPrograms() throws IOException {
            try (Shell shell = Shell.start()) {
                written();
                shell.lroWithoutEndpoint("journal", "show", journal().toString(), "--format=json");
                assertThat(shell.json().integer("unsettled")).hasValue(1);
                assertThat(shell.json().objects("unresolved").get(0).string("outcome"))
                        .hasValue("STILL_RUNNING");
                assertThat(shell.json().objects("last")).hasSize(4);
            }
        }

        @Test
        void aTornLineDoesNotCount() throws IOException {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "-q", FULL + "cancels-0-a", "--journal=" + journal());
                String whole = Files.readString(journal());
                Files.writeString(journal(), whole.substring(0, whole.length() - 10));
                shell.clear();
                assertThat(shell.lroWithoutEndpoint("journal", "show", journal().toString()))
                        .isZero();
                assertThat(shell.out()).contains("unresolved  1\n  NO_OUTCOME  ", "after the last whole line");
            }
        }

        @Test
        void worksWhileTheJournalIsInUse() {
            try (Shell shell = Shell.start();
                    CancelJournal held = CancelJournal.create(journal())) {
                assertThat(shell.lroWithoutEndpoint("journal", "show", journal().toString()))
                        .isZero();
                assertThat(shell.out()).contains("names       0\n");
                assertThat(held.contents().names()).isZero();
            }
        }

        @Test
        void aFileThatIsNoJournalIsAnError() throws IOException {
            Files.writeString(journal(), "hello\n");
            try (Shell shell = Shell.start()) {
                assertThat(shell.lroWithoutEndpoint("journal", "show", journal().toString()))
                        .isEqualTo(2);
                assertThat(shell.err()).contains("line 1: expected a line that this program wrote");
            }
        }
    }
}
