// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The benchmark server, running in a JVM of its own until this object is closed.
 *
 * <pre>{@code
 * try (ServerProcess server = ServerProcess.start()) {
 *     server.untilCancelled(10_000);
 *     // … a client at server.url() …
 *     System.out.println(server.counts());
 * }
 * }</pre>
 *
 * <p>Operation {@code i} exists as {@code projects/…/locations/…/operations/i} in every project and location.
 */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader replies;
    private final PrintWriter commands;
    private final String url;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.US_ASCII);
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.url = replies.readLine();
    }

    public static ServerProcess start() {
        try {
            return new ServerProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FastServer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the server did not start", e);
        }
    }

    public String url() {
        return url;
    }

    /** Operations that run until they are cancelled, and are then done at once. */
    public void untilCancelled(int count) {
        untilCancelled(count, Duration.ZERO, Duration.ZERO);
    }

    /** Operations that run until they are cancelled and then for a time from {@code least} to {@code most}. */
    public void untilCancelled(int count, Duration least, Duration most) {
        send("cancellable " + count + " " + least.toMillis() + " " + most.toMillis());
    }

    /** Operations that end one after the other, spread evenly over {@code span} from {@code startMillis} on. */
    public void ending(int count, long startMillis, Duration span) {
        send("ending " + count + " " + startMillis + " " + span.toMillis());
    }

    /**
     * Responds 429 to requests above that rate.
     *
     * @param retryAfter the Retry-After of a 429 in seconds; 0 for none
     */
    public void limit(int perSecond, int retryAfter) {
        send("limit " + perSecond + " " + retryAfter);
    }

    /** The counts since the operations were created. */
    public RequestCounts counts() {
        return send("counts");
    }

    private RequestCounts send(String line) {
        commands.println(line);
        try {
            return RequestCounts.parse(replies.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the server process has ended", e);
        }
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
