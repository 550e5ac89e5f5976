// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longrun.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/FAKE_SERVER.md} says, done to a server that is a process of its own. */
@Timeout(240)
class FakeServerDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "FAKE_SERVER.md");
    private static final Pattern COMMAND = Pattern.compile("^lro (fake-server .*)$", Pattern.MULTILINE);
    private static final int LIMIT_SECONDS = 100;

    @TempDir
    Path directory;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyRequestGetsTheResponseThatIsWritten() throws Exception {
        Process server = start();
        try {
            JsonObject line = firstLine(server);
            assertThat(line.integer("pid")).hasValue(server.pid());
            assertThat(line.fields())
                    .containsExactlyElementsOf(
                            JsonObject.parse(blocks("json").get(0)).fields());

            List<String> requests = blocks("http");
            assertThat(requests).hasSizeGreaterThan(8);
            for (String request : requests) {
                check(line.string("url").orElseThrow(), request);
            }
        } finally {
            server.getOutputStream().close();
        }
        assertThat(exitCode(server)).isZero();
    }

    @Test
    void sigtermEndsItWithItsExitCode() throws Exception {
        Process server = start();
        try {
            firstLine(server);
            server.toHandle()
                    .destroy(); // the signal alone: Process.destroy closes stdin too, which ends the server by itself
            assertThat(exitCode(server)).isEqualTo(143);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void thePythonProgramRuns() throws Exception {
        assumeTrue(hasPython(), "there is no python3 on the PATH");
        Path lro = directory.resolve("lro");
        Files.writeString(lro, "#!/bin/sh\nexec " + String.join(" ", java()) + " \"$@\"\n");
        assertThat(lro.toFile().setExecutable(true)).isTrue();
        Path program = Files.writeString(
                directory.resolve("program.py"), blocks("python").get(0));
        ProcessBuilder python = new ProcessBuilder("python3", program.toString()).redirectErrorStream(true);
        python.environment().merge("PATH", directory.toString(), (old, first) -> first + ":" + old);

        Process run = python.start();
        String output = new String(run.getInputStream().readAllBytes(), UTF_8);

        assertThat(exitCode(run)).as(output).isZero();
    }

    private static boolean hasPython() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    /** A block is a request line, a body or none, an empty line, and the status with what the response contains. */
    private void check(String url, String block) throws Exception {
        String[] halves = block.split("\n\n", 2);
        String[] request = halves[0].split("\n", 2);
        String[] line = request[0].split(" ", 2);
        String body = request.length == 1 ? "" : request[1];
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url + line[1]))
                        .method(line[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String[] expected = halves[1].strip().split(" ", 2);
        assertThat(response.statusCode()).as(block).isEqualTo(Integer.parseInt(expected[0]));
        assertThat(response.body()).as(block).containsSubsequence(expected[1].split(" … "));
    }

    private Process start() throws IOException {
        var command = COMMAND.matcher(document());
        assertThat(command.find()).isTrue();
        List<String> words = new ArrayList<>(java());
        words.addAll(List.of(command.group(1).split(" ")));
        return new ProcessBuilder(words)
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.longrun.cli.Lro");
    }

    private static JsonObject firstLine(Process server) throws IOException {
        BufferedReader out = server.inputReader(UTF_8);
        return JsonObject.parse(out.readLine());
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(document())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
