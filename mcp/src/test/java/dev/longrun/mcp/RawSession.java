// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of {@code lro mcp} that is sent lines of any kind. */
final class RawSession implements AutoCloseable {
    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;
    private final Path err;

    private RawSession(Process process, Path err) {
        this.process = process;
        this.err = err;
        this.in = process.getOutputStream();
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static RawSession start(InstalledLro lro, String... words) throws IOException {
        Path err = lro.folder().resolve("err");
        return new RawSession(
                new ProcessBuilder(lro.command(List.of(), words))
                        .redirectError(err.toFile())
                        .start(),
                err);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Sends the two messages that a session begins with, and reads the answer. */
    RawSession initialized() throws IOException {
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":\"begin\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");
        receive();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return this;
    }

    void call(int id, String tool, String arguments) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                .formatted(id, tool, arguments));
    }

    void send(String line) throws IOException {
        sendPart(line + "\n");
    }

    void sendPart(String text) throws IOException {
        in.write(text.getBytes(UTF_8));
        in.flush();
    }

    /** The next line of stdout. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new AssertionError("stdout has ended");
        }
        return line;
    }

    JsonObject receive() throws IOException {
        return JsonObject.parse(line());
    }

    /** Closes stdin, and returns what is still on stdout. */
    List<String> end() throws IOException {
        in.close();
        return out.lines().toList();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(100, TimeUnit.SECONDS)) { // long enough for a machine that does much else
            throw new AssertionError("lro mcp should have ended, and still runs after 100 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
