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
 * The fast server, running in a JVM of its own until this is closed.
 *
 * <pre>{@code
 * try (ServerProcess server = ServerProcess.start()) {
 *     server.untilCancelled(10_000);
 *     // … a client at server.url() …
 *     System.out.println(server.counts());
 * }
 * }</pre>
 *
 * <p>Operation {@code i} answers to {@code projects/…/locations/…/operations/i} under every project and location.
 */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final String url;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        this.url = answers.readLine();
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
        order("cancellable " + count);
    }

    /** Operations that end one after the other, spread evenly over {@code span} from {@code startMillis} on. */
    public void ending(int count, long startMillis, Duration span) {
        order("ending " + count + " " + startMillis + " " + span.toMillis());
    }

    /**
     * Answers 429 from now on to what comes faster.
     *
     * @param retryAfter seconds that such an answer asks to wait; 0 to say nothing
     */
    public void limit(int perSecond, int retryAfter) {
        order("limit " + perSecond + " " + retryAfter);
    }

    /** Since the operations were made. */
    public Counts counts() {
        return order("counts");
    }

    private Counts order(String line) {
        orders.println(line);
        try {
            return Counts.parse(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the server is gone", e);
        }
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
