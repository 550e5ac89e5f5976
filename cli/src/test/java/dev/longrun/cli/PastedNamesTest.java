// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names as they are pasted: each form is taken for what it means, or refused with what would be right. */
class PastedNamesTest {
    private static final String NAME = FULL + "done-a";
    private static final String BARE = OPERATIONS + "done-a";
    private static final String REQUEST = "GET /v1/" + BARE;
    private static final String COMPUTE = "projects/p/zones/us-central1-a/operations/done-a";

    private final Shell shell = Shell.start(VirtualTime.manual());

    @AfterEach
    void close() {
        shell.close();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("URL with a parameter", "https://file.googleapis.com/v1/" + BARE + "?alt=json", REQUEST),
                Arguments.of("URL with a fragment", "https://file.googleapis.com/v1/" + BARE + "#top", REQUEST),
                Arguments.of("URL of a cancel", "https://file.googleapis.com/v1/" + BARE + ":cancel", REQUEST),
                Arguments.of(
                        "encoded URL",
                        "https://file.googleapis.com/v1/projects/p%6F/locations/l/operations/done-a",
                        "GET /v1/projects/po/locations/l/operations/done-a"),
                Arguments.of(
                        "self link", "https://www.googleapis.com/compute/v1/" + COMPUTE, "GET /compute/v1/" + COMPUTE),
                Arguments.of(
                        "self link of a host of its own",
                        "https://compute.googleapis.com/compute/v1/" + COMPUTE,
                        "GET /compute/v1/" + COMPUTE),
                Arguments.of("spaces around it", "  " + NAME + " ", REQUEST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void isTaken(String form, String text, String request) {
        assertThat(shell.lro("get", "--quiet", text)).describedAs(shell::err).isZero();
        assertThat(shell.requests()).containsExactly(request);
    }

    @Test
    void theCollectionAndIdAloneAreCompletedAsAnIdIs() {
        assertThat(shell.lro(
                        "get", "-q", "operations/done-a", "--service=file", "--project=p", "--location=us-central1"))
                .isZero();
        assertThat(shell.lro("get", "-q", "operations/done-b", "--service=cloudresourcemanager", "--project=p"))
                .isZero();
        assertThat(shell.requests()).containsExactly(REQUEST, "GET /v3/operations/done-b");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                stray("quotes", "\"" + NAME + "\"", "without quotes around it", NAME),
                stray("apostrophes", "'" + BARE + "'", "without quotes around it", BARE),
                stray("typographic quotes", "\u201C" + NAME + "\u201D", "without quotes around it", NAME),
                stray("backticks", "`" + NAME + "`", "without quotes around it", NAME),
                stray("comma", NAME + ",", "without punctuation after it", NAME),
                stray("element of an array", "\"" + NAME + "\",", "without quotes around it", NAME),
                stray("end of a sentence", NAME + ".", "without punctuation after it", NAME),
                stray("angle brackets", "<" + NAME + ">", "without brackets around it", NAME),
                stray("brackets", "[" + BARE + "]", "without brackets around it", BARE),
                stray("all of them", "(<\"" + NAME + "\">).", "without brackets around it", NAME),
                stray("bullet", "\u2022 " + NAME, "without a mark before it", NAME),
                stray("YAML", "name: " + BARE, "without a key before it", BARE),
                stray("YAML in a list", "* name: '" + BARE + "'", "without a mark before it", BARE),
                stray("verb of a request", NAME + ":cancel", "without the verb of a request", NAME),
                stray(
                        "percent-encoding",
                        BARE.replace("/", "%2F"),
                        "without percent-encoding, unless it is a URL",
                        BARE),
                stray("zero-width space", FULL + "do\u200Bne-a", "without characters that cannot be seen", NAME),
                stray("bidi control", FULL + "\u202Edone-a", "without characters that cannot be seen", NAME),
                stray("byte order mark", "\uFEFF" + NAME, "without characters that cannot be seen", NAME),
                stray("full-width slash", BARE.replace('/', '\uFF0F'), "without full-width characters", BARE),
                stray("dash", FULL + "done\u2013a", "with hyphens in place of dashes", NAME),
                stray(
                        "URL with a comma",
                        "https://file.googleapis.com/v1/" + BARE + ",",
                        "without punctuation after it",
                        "https://file.googleapis.com/v1/" + BARE),
                Arguments.of(
                        "row of a table",
                        "operation-17  CREATE_CLUSTER  us-central1-a  my-cluster  DONE",
                        "a name is one word; got \"operation-17  CREATE_CLUSTER  us-central1-a  my-cluster  DONE\", perhaps"
                                + " a row of a table; write \"operation-17\" alone, as gcloud does with"
                                + " --format='value(name)'",
                        ""),
                Arguments.of(
                        "line of curl",
                        "POST https://file.googleapis.com/v1/" + BARE + ":cancel HTTP/1.1",
                        "a name is one word; got \"POST https://file.googleapis.com/v1/" + BARE + ":cancel HTTP/1.1\","
                                + " perhaps a row of a table; write \"https://file.googleapis.com/v1/" + BARE
                                + ":cancel\" alone, as gcloud does with --format='value(name)'",
                        ""),
                Arguments.of(
                        "console page",
                        "https://console.cloud.google.com/filestore/instances?project=acme",
                        "a console page does not tell an operation's name; expected //file.googleapis.com/projects/… or"
                                + " the URL of an API request; got"
                                + " \"https://console.cloud.google.com/filestore/instances\"; `lro list --service SERVICE"
                                + " --project acme --all-locations` shows the names there",
                        ""),
                Arguments.of(
                        "JSON",
                        "{\"name\": \"" + BARE + "\"}",
                        "an object is read from a file or stdin, by --from-file; expected a name; got"
                                + " \"{\\\"name\\\": \\\"" + BARE + "\\\"}\"",
                        ""));
    }

    private static Arguments stray(String form, String text, String rule, String right) {
        return Arguments.of(form, text, "a name is written " + rule + "; got ", "; write \"" + right + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefused(String form, String text, String message, String right) {
        assertThat(shell.lro("cancel", text, "--service=file")).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("lro: " + message)
                .endsWith(right + "\n")
                .hasLineCount(1);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void aParentIsPastedAsNamesAre() {
        assertThat(shell.lro("list", "\"//file.googleapis.com/projects/p/locations/l\","))
                .isEqualTo(2);
        assertThat(shell.err()).endsWith("; write \"//file.googleapis.com/projects/p/locations/l\"\n");
        assertThat(shell.requests()).isEmpty();
    }

    static Stream<Arguments> files() {
        String object = "{\n  \"done\": true,\n  \"metadata\": {\"a\": [1, \"]}\\\"\"]},\n  \"name\": \"%s\"\n}";
        String link =
                "{\"name\":\"done-a\",\"selfLink\":\"https://www.googleapis.com/compute/v1/%s\"}".formatted(COMPUTE);
        return Stream.of(
                Arguments.of(
                        "JSON array",
                        "[\n" + object.formatted(BARE) + ",\n" + object.formatted(OPERATIONS + "done-b") + "\n]\n",
                        2),
                Arguments.of("JSON array on one line", "[{\"name\":\"" + BARE + "\"},{\"name\":\"" + NAME + "\"}]", 1),
                Arguments.of("array of names", "[\"" + BARE + "\",\n \"" + OPERATIONS + "done-b\"]", 2),
                Arguments.of("empty array", "[]\n", 0),
                Arguments.of("object over lines", object.formatted(BARE) + "\n" + NAME + "\n", 1),
                Arguments.of("self links", "[" + link + "]", 1),
                Arguments.of("CRLF", NAME + "\r\n" + FULL + "done-b\r\n", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsTaken(String form, String text, int names) {
        String service = form.equals("self links") ? "--service=compute" : "--service=file";
        assertThat(shell.typing(text).lro("get", "--quiet", "--from-file=-", service))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests()).hasSize(names);
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void aSelfLinkTellsTheService() {
        String link =
                "[{\"name\":\"done-a\",\"selfLink\":\"https://www.googleapis.com/compute/v1/%s\"}]".formatted(COMPUTE);
        assertThat(shell.typing(link).lro("get", "--quiet", "--from-file=-")).isZero();
        assertThat(shell.requests()).containsExactly("GET /compute/v1/" + COMPUTE);
    }

    @Test
    void aSelfLinkOfAnotherOperationIsRefused() {
        String link =
                "{\"name\":\"other\",\"selfLink\":\"https://www.googleapis.com/compute/v1/%s\"}".formatted(COMPUTE);
        assertThat(shell.typing(link).lro("get", "--quiet", "--from-file=-")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: stdin, line 1: the name is \"other\", and the selfLink that of \"" + COMPUTE
                        + "\"; leave out one of them\n");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8 with a byte order mark", UTF_8),
                Arguments.of("UTF-16, little endian", UTF_16LE),
                Arguments.of("UTF-16, big endian", UTF_16BE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void aByteOrderMarkTellsTheEncoding(String form, Charset encoding) {
        byte[] bytes = ("\uFEFF" + NAME + "\r\n" + FULL + "done-b\r\n").getBytes(encoding);
        assertThat(shell.reading(new ByteArrayInputStream(bytes)).lro("get", "--quiet", "--from-file=-"))
                .describedAs(shell::err)
                .isZero();
        assertThat(shell.requests()).hasSize(2);
    }

    @Test
    void utf16WithoutAMarkIsRefused() {
        byte[] bytes = NAME.getBytes(UTF_16LE);
        assertThat(shell.reading(new ByteArrayInputStream(bytes)).lro("get", "--quiet", "--from-file=-"))
                .isEqualTo(2);
        assertThat(shell.err())
                .startsWith(
                        "lro: stdin, line 1: a name has no NUL characters, but text in UTF-16 has them where UTF-8 is"
                                + " expected; got ");
        assertThat(shell.requests()).isEmpty();
    }

    static Stream<Arguments> otherFormats() {
        String advice = ", which is not read; write names, one a line, or give gcloud --format=json\n";
        return Stream.of(
                Arguments.of("---\nname: " + BARE + "\n", "\"---\" looks like a part of YAML or JSON" + advice),
                Arguments.of("done: true\nname: x\n", "\"done: true\" looks like a part of YAML or JSON" + advice),
                Arguments.of("- name: " + BARE, "\"- name: " + BARE + "\" looks like a part of YAML or JSON" + advice),
                Arguments.of(
                        "NAME          TYPE            STATUS\noperation-17  CREATE_CLUSTER  DONE\n",
                        "\"NAME          TYPE            STATUS\" looks like the heading of a table" + advice));
    }

    @ParameterizedTest
    @MethodSource("otherFormats")
    void aFileOfAnotherFormatIsRefusedAtItsFirstLine(String text, String message) {
        assertThat(shell.typing(text).lro("cancel", "--quiet", "--from-file=-", "--service=file"))
                .isEqualTo(2);
        assertThat(shell.err()).isEqualTo("lro: stdin, line 1: " + message);
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void aListOfNamesInAFileIsRefusedLineByLine() {
        String text = "- " + NAME + "\n" + FULL + "done-b\n" + NAME + ",\n";
        assertThat(shell.typing(text).lro("get", "--quiet", "--from-file=-")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: stdin, line 1: a name is written without a mark before it; got \"- " + NAME
                        + "\"; write \"" + NAME
                        + "\"\nlro: stdin, line 3: a name is written without punctuation after it; got \""
                        + NAME + ",\"; write \"" + NAME + "\"\n");
        assertThat(shell.out()).hasLineCount(1);
    }

    @Test
    void aFileThatIsCutOffIsNotTakenForWhole() {
        String text = "[{\"name\":\"" + BARE + "\"},\n{\"name\":\"" + OPERATIONS + "do";
        assertThat(shell.typing(text).lro("get", "--quiet", "--from-file=-", "--service=file"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("the array that begins in line 1 has no end; is the file cut off?");
        assertThat(shell.requests()).containsExactly(REQUEST);
    }
}
