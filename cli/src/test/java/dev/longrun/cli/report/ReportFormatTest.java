// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import static dev.longrun.cli.report.ReportTexts.NAME;
import static dev.longrun.cli.report.ReportTexts.report;
import static dev.longrun.cli.report.ReportTexts.row;
import static dev.longrun.cli.report.ReportTexts.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.text.SafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportFormatTest {
    private static final String[] HOSTILE = {
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "a \u001b[31mred\u001b[0m \u202ebidi\u2066",
        "one\u2028two\u2029three\u0000",
        "token ya29.secret-secret-secret-12345",
        "=cmd|' /C calc'!A0",
        "back`tick` | bar",
        "]]> & \" '"
    };

    @Nested
    class Html {

        @Test
        void noTextOfAServerEndsTheDataOrBecomesMarkup() throws IOException {
            for (String hostile : HOSTILE) {
                String page = text(ReportFormat.HTML, report(row("FAILED_ANYWAY", 3, hostile)));
                String data = page.substring(page.indexOf("id=\"rows\">"), page.lastIndexOf("]</script>"));
                assertThat(data.substring("id=\"rows\">".length()))
                        .doesNotContain("<", ">", "&", "\u202e", "\u2028", "\u001b");
                assertThat(page).doesNotContain("ya29.secret");
                assertThat(page.split("</script>", -1)).as("script elements").hasSize(4);
            }
        }

        @Test
        void nothingIsLoadedAndOnlyItsOwnScriptRuns() throws IOException {
            String page = text(ReportFormat.HTML, report(row("CANCELLED", 0, "")));
            assertThat(page)
                    .contains("default-src 'none'; style-src 'sha256-")
                    .doesNotContain("unsafe-", "http://", "https://");
        }

        @Test
        void theScriptHasNoWayToMakeMarkupOfText() {
            assertThat(HtmlReport.script())
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(");
        }

        @Test
        void thePageStaysTheSameOnAConsole() {
            for (String part :
                    List.of(HtmlReport.script(), HtmlReport.resource("page.css"), HtmlReport.resource("page.html"))) {
                assertThat(SafeText.json(part)).isEqualTo(part);
            }
        }
    }

    @Nested
    class Csv {

        @Test
        void aCellThatASpreadsheetWouldComputeIsText() {
            assertThat(CsvReport.line(List.of("=1+1", "+1", "-1", "@x", " =1", "a,b", "q\"q", "plain", "")))
                    .isEqualTo("'=1+1,'+1,'-1,'@x,' =1,\"a,b\",\"q\"\"q\",plain,\r\n");
        }

        @Test
        void eachOperationIsALine() throws IOException {
            assertThat(text(ReportFormat.CSV, report(row("CANCELLED", 0, "a, b")))
                            .split("\r\n"))
                    .containsExactly(
                            "outcome,service,name,created,asked,answered,noted_at,ended,request,noted,reads,elapsed_ms,words",
                            "CANCELLED,file.googleapis.com," + NAME
                                    + ",,1970-01-01T00:00:01Z,1970-01-01T00:00:01.100Z,,1970-01-01T00:00:03.500Z,"
                                    + "ACCEPTED,yes,2,2500,\"a, b\"");
        }
    }

    @Nested
    class Markdown {

        @Test
        void listsCountsAndWhatDidNotComeOutAsAsked() throws IOException {
            assertThat(text(ReportFormat.MD, report(row("CANCELLED", 0, ""), row("STILL_RUNNING", 4, "x | `y`"))))
                    .contains(
                            "| still running | 1 |",
                            "| all | 2 |",
                            "1 unresolved. Go on with `lro cancel --read-first //file.googleapis.com/" + NAME + "`",
                            "| still running | `//file.googleapis.com/" + NAME + "` | `` x \\| `y` `` |");
        }
    }

    @Nested
    class Junit {

        private Document parsed(Report report) throws Exception {
            byte[] xml = text(ReportFormat.JUNIT, report).getBytes(UTF_8);
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        }

        @Test
        void anOperationIsATestCase() throws Exception {
            Document xml = parsed(report(
                    row("CANCELLED", 0, ""),
                    row("FAILED_ANYWAY", 3, "no"),
                    row("STILL_RUNNING", 4, ""),
                    row("UNKNOWN", 5, "gone"),
                    row("NOT_BEGUN", 5, "")));
            Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
            assertThat(List.of(
                            suite.getAttribute("tests"),
                            suite.getAttribute("failures"),
                            suite.getAttribute("errors"),
                            suite.getAttribute("skipped"),
                            suite.getAttribute("time")))
                    .containsExactly("5", "2", "1", "1", "3.000");
            Element failure = (Element) xml.getElementsByTagName("failure").item(0);
            assertThat(failure.getAttribute("message")).isEqualTo("failed anyway: no");
        }

        @ParameterizedTest
        @ValueSource(strings = {"]]> & \" ' <x>", "\u0000\u0001", "\ufffe\uffff", "\ud800"})
        void anyTextIsWellFormed(String hostile) throws Exception {
            assertThat(parsed(report(row("FAILED_ANYWAY", 3, hostile)))
                            .getElementsByTagName("failure")
                            .getLength())
                    .isEqualTo(1);
            assertThat(JunitReport.text(hostile)).doesNotContain("\u0000", "\uffff");
        }
    }

    @Nested
    class OnDisk {
        @TempDir
        Path directory;

        @ParameterizedTest
        @EnumSource(ReportFormat.class)
        void anEarlierReportIsReplacedAndNoDraftIsLeft(ReportFormat format) throws IOException {
            Path path = directory.resolve("report");
            for (int i = 0; i < 2; i++) {
                ReportFile.check(path, format, "--output").write(format, report(row("CANCELLED", 0, "")));
            }
            assertThat(path).content().isEqualTo(text(format, report(row("CANCELLED", 0, ""))));
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).containsExactly(path);
            }
        }

        @Test
        void anotherFileStays() throws IOException {
            Path path = Files.writeString(directory.resolve("thesis.html"), "<!doctype html><p>mine");
            assertThatThrownBy(() -> ReportFile.check(path, ReportFormat.HTML, "--report"))
                    .hasMessage("--report " + path + " exists and is no report of lro, so it stays; give another name");
        }

        @Test
        void aFileThatComesMeanwhileStaysToo() throws IOException {
            Path path = directory.resolve("report.html");
            ReportFile file = ReportFile.check(path, ReportFormat.HTML, "--report");
            Files.writeString(path, "mine");
            assertThatThrownBy(() -> file.write(ReportFormat.HTML, report())).hasMessageContaining("another file");
            assertThat(path).content().isEqualTo("mine");
        }

        @Test
        void aDirectoryMustBeThere() {
            Path path = directory.resolve("none/report.html");
            assertThatThrownBy(() -> ReportFile.check(path, ReportFormat.HTML, "--report"))
                    .hasMessage("--report " + path + ": there is no directory " + directory.resolve("none"));
        }
    }
}
