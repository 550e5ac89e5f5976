// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.Stdout;
import dev.longrun.json.JsonObject;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ServedRequest;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Command lines within this process, a fake server to talk to, and one clock for both. */
final class Shell implements AutoCloseable {
    static final String PARENT = "projects/p/locations/us-central1";
    static final String OPERATIONS = PARENT + "/operations/";
    static final String FULL = "//file.googleapis.com/" + OPERATIONS;

    final TimeSource time;
    final FakeOperationsServer server;
    final ManualSignals signals = new ManualSignals();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private OutputStream stdout = out;
    private final Map<String, String> environment = new HashMap<>();
    private InputStream in = InputStream.nullInputStream();
    private boolean interactive;
    private boolean terminal;
    private boolean stdoutTerminal;

    private Shell(TimeSource time) {
        this.time = time;
        this.server = FakeOperationsServer.start(time);
    }

    /** Time passes as soon as a thread waits for it; for quiet commands, as progress is something to wait for. */
    static Shell start() {
        return new Shell(VirtualTime.autoAdvancing());
    }

    /** Time stands still, unless the test moves it. */
    static Shell start(TimeSource time) {
        return new Shell(time);
    }

    Shell onTerminal() {
        terminal = true;
        return this;
    }

    /** Stdout leads to a terminal. */
    Shell showingData() {
        stdoutTerminal = true;
        return this;
    }

    /** What stdin holds. */
    Shell typing(String text) {
        return reading(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    Shell reading(InputStream stdin) {
        in = stdin;
        return this;
    }

    /** Stdout goes there, and {@link #out} is empty. */
    Shell writingTo(OutputStream other) {
        stdout = other;
        return this;
    }

    /** A person at the terminal answers. */
    Shell answering(String text) {
        interactive = true;
        return typing(text);
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs against the fake server. */
    int lro(String... args) {
        return lroWithoutEndpoint(Stream.concat(Stream.of(args), Stream.of("--endpoint", server.url()))
                .toArray(String[]::new));
    }

    int lroWithoutEndpoint(String... args) {
        return Lro.run(
                new ProcessEnvironment(in, interactive, stdout(), utf8(err), terminal, environment, time, signals),
                args);
    }

    /** Moves the clock by so little that only what is due already is sent, until something is printed. */
    void awaitOutput(VirtualTime clock) {
        while (out().isEmpty()) {
            if (Thread.interrupted()) {
                throw new AssertionError("nothing was printed; stderr has: " + err());
            }
            clock.advance(Duration.ofNanos(1));
        }
    }

    /** Forgets what was printed. */
    void clear() {
        out.reset();
        err.reset();
    }

    String out() {
        return out.toString(UTF_8);
    }

    /** With the server's address, which is another one each time, as SERVER. */
    String err() {
        return err.toString(UTF_8).replace(server.url(), "SERVER");
    }

    /** The only line on stdout. */
    JsonObject json() {
        return JsonObject.parse(out().strip());
    }

    List<String> requests() {
        return server.requests().stream().map(ServedRequest::line).toList();
    }

    @Override
    public void close() {
        server.close();
        if (time instanceof VirtualTime clock) {
            clock.close();
        }
    }

    private Stdout stdout() {
        return stdoutTerminal ? Stdout.ofTerminal(stdout) : Stdout.over(stdout);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
