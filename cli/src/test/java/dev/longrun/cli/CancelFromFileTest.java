// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that come from a file or a pipe. */
@Timeout(30)
class CancelFromFileTest {
    private final Shell shell = Shell.start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void everyNameGetsALine() {
        assertThat(cancel(FULL + "cancels-0-a\n\n# not this one\n  " + FULL + "completes-0-b\r\n" + FULL + "done-c"))
                .isEqualTo(3);
        assertThat(labels()).containsOnlyKeys("CANCELLED", "COMPLETED_ANYWAY", "ALREADY_DONE");
        assertThat(shell.out()).hasLineCount(3);
    }

    @Test
    void namesOfTheCommandLineAreCancelledToo() {
        shell.typing(FULL + "cancels-0-a\n")
                .lro("cancel", "--quiet", "--from-file=-", FULL + "cancels-0-b", FULL + "cancels-0-c");
        assertThat(shell.out()).hasLineCount(3);
    }

    @Test
    void whatListPrintsAsJsonIsUnderstood() {
        shell.server.operation(OPERATIONS + "a").cancelsAfter(Duration.ZERO);
        shell.server.operation(OPERATIONS + "b").cancelsAfter(Duration.ZERO);
        shell.lro("list", "--quiet", "--format=json", Shell.FULL.replace("/operations/", ""));
        Shell second = shell.typing(shell.out());
        assertThat(second.lro("cancel", "--quiet", "--from-file=-")).isZero();
        assertThat(shell.server.operationRecord(OPERATIONS + "a").cancelRequests())
                .isEqualTo(1);
        assertThat(shell.server.operationRecord(OPERATIONS + "b").cancelRequests())
                .isEqualTo(1);
    }

    @Test
    void whatListSaysOfTheVersionIsKeptTo() {
        shell.server.operation(OPERATIONS + "a").cancelsAfter(Duration.ZERO);
        shell.lro("list", "--quiet", "--format=json", "//file.googleapis.com/" + Shell.PARENT, "--api-version=v1beta1");
        assertThat(shell.typing(shell.out()).lro("cancel", "--quiet", "--from-file=-"))
                .isZero();
        assertThat(shell.requests()).contains("POST /v1beta1/" + OPERATIONS + "a:cancel");
    }

    @Test
    void anErrorNamesItsOperationAsAnOutcomeDoes() {
        String row = "{\"schemaVersion\":2,\"name\":\"" + OPERATIONS
                + "refuses-a\",\"service\":\"file.googleapis.com\",\"version\":\"v1\",\"error\":{";
        shell.typing(FULL + "refuses-a\n").lro("cancel", "--quiet", "--async", "--format=json", "--from-file=-");
        assertThat(shell.out()).startsWith(row);
    }

    @Test
    void aVersionThatIsNotTheOneOfTheOptionIsRefused() {
        String line = "{\"name\":\"" + FULL + "a\",\"version\":\"v1\"}\n";
        assertThat(shell.typing(line).lro("cancel", "--quiet", "--from-file=-", "--api-version=v1beta1"))
                .isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: stdin, line 1: the version is \"v1\" here, and \"v1beta1\" by --api-version;"
                        + " leave out one of them\n");
        assertThat(shell.requests()).isEmpty();
    }

    @Test
    void aBadLineIsNamedAndStopsNoOther() throws IOException {
        Path file = Files.writeString(
                directory.resolve("names"), FULL + "cancels-0-a\n..\n{\"id\":1}\n" + FULL + "cancels-0-b\n");
        assertThat(shell.lro("cancel", "--quiet", "--from-file", file.toString()))
                .isEqualTo(2);
        assertThat(shell.out()).hasLineCount(2);
        assertThat(shell.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("lro: " + file + ", line 2: resource name must not have . or .."))
                .contains(
                        "lro: " + file
                                + ", line 3: an object must have a name, as `lro list --format=json` prints it; got the fields [id]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "wait"})
    void aLineWithoutAnEndIsNoName(String command) throws IOException {
        Path file = Files.writeString(directory.resolve("zeros"), FULL + "done-a\n" + "\0".repeat(100_000));
        assertThat(shell.lro(command, "--quiet", "--from-file", file.toString()))
                .isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("lro: " + file + ", line 2: the line has no end within 65536 characters; expected one name a"
                        + " line, or one object\n");
        assertThat(shell.out()).hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        assertThat(shell.lro("cancel", "--from-file", "no-such-file")).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("lro: --from-file no-such-file: there is no such file\n");
    }

    @Test
    void manyAreSummedUp() {
        shell.typing(IntStream.range(0, 300)
                        .mapToObj(i -> FULL + "cancels-0-" + i + "\n")
                        .collect(Collectors.joining()))
                .lro("cancel", "--quiet", "--format=json", "--from-file=-");
        assertThat(shell.out().lines().map(JsonObject::parse).map(line -> line.string("name")))
                .hasSize(300)
                .doesNotHaveDuplicates();
    }

    @Test
    void resultsComeBeforeThePipeIsClosed() throws IOException {
        var pipe = new PipedOutputStream();
        shell.reading(new PipedInputStream(pipe));
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> shell.lro("cancel", "--quiet", "--from-file=-"), task -> new Thread(task).start());
        pipe.write((FULL + "cancels-0-a\n").getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        while (shell.out().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(shell.out()).startsWith("CANCELLED  ");
        pipe.close();
        assertThat(code.join()).isZero();
    }

    @Test
    void asyncOnlyAsks() {
        assertThat(shell.typing(FULL + "stuck-a\n" + FULL + "stuck-b\n")
                        .lro("cancel", "--quiet", "--async", "--from-file=-"))
                .isZero();
        assertThat(shell.out().lines()).hasSize(2).allMatch(line -> line.startsWith("REQUESTED  "));
    }

    @Test
    void waitTakesThemTooAndWaits() {
        assertThat(shell.typing(FULL + "done-a\n" + FULL + "done-b\n..\n").lro("wait", "--quiet", "--from-file=-"))
                .isEqualTo(2);
        assertThat(shell.out().lines()).hasSize(2).allMatch(line -> line.startsWith("SUCCEEDED  "));
    }

    @ParameterizedTest
    @CsvSource({"get, SUCCEEDED", "delete, DELETED"})
    void everyCommandOnNamesTakesThem(String command, String label) {
        assertThat(shell.typing(FULL + "done-a\n" + FULL + "done-b\n").lro(command, "--quiet", "--from-file=-"))
                .isZero();
        assertThat(shell.out().lines()).hasSize(2).allMatch(line -> line.startsWith(label + "  "));
    }

    @Test
    void anOperationNamedInTwoVersionsIsCancelledOnce() {
        String url = "https://file.googleapis.com/%s/" + OPERATIONS + "cancels-0-a";
        assertThat(shell.lro("cancel", "--quiet", url.formatted("v1beta1"), url.formatted("v1")))
                .isZero();
        assertThat(shell.out()).hasLineCount(1);
        assertThat(shell.requests()).contains("POST /v1beta1/" + OPERATIONS + "cancels-0-a:cancel");
        assertThat(shell.server.operationRecord(OPERATIONS + "cancels-0-a").cancelRequests())
                .isEqualTo(1);
    }

    @Test
    void asyncLooksAtNothingSoThereIsNothingToPutInAJournal() {
        assertThat(shell.lro("cancel", "--async", "--rps=1", FULL + "stuck-a")).isEqualTo(2);
        assertThat(shell.err()).startsWith("lro: --async does not wait for the outcome of a cancel");
        assertThat(shell.requests()).isEmpty();
    }

    private int cancel(String lines) {
        return shell.typing(lines).lro("cancel", "--quiet", "--from-file=-");
    }

    private Map<String, Long> labels() {
        return shell.out().lines().collect(Collectors.groupingBy(line -> line.split(" ")[0], Collectors.counting()));
    }
}
