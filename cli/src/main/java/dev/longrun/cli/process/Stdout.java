// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output in UTF-8. It throws nothing, like every {@link PrintStream}, but keeps the error of a write that
 * failed. After a failure nothing more is written, so that the output is a beginning without gaps.
 */
public final class Stdout extends PrintStream {
    private final Sink sink;
    private final boolean terminal;

    private Stdout(Sink sink, boolean terminal) {
        super(new BufferedOutputStream(sink), true, UTF_8);
        this.sink = sink;
        this.terminal = terminal;
    }

    /** Each line is written as soon as it is printed. */
    public static Stdout over(OutputStream stream) {
        return new Stdout(new Sink(stream), false);
    }

    /** As {@link #over}, for a stream that leads to a terminal. */
    public static Stdout ofTerminal(OutputStream stream) {
        return new Stdout(new Sink(stream), true);
    }

    /** Whether it leads to a terminal. */
    public boolean isTerminal() {
        return terminal;
    }

    /**
     * The error that lost data, such as a full disk. A reader that closed its end of the pipe wants no more data, so
     * that is no loss.
     */
    public Optional<IOException> loss() {
        return Optional.ofNullable(sink.failure).filter(failure -> !isReaderGone(failure));
    }

    /** Java reports EPIPE by the message of the system only. */
    private static boolean isReaderGone(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }

    private static final class Sink extends OutputStream {
        private final OutputStream stream;
        private volatile @Nullable IOException failure;

        Sink(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            attempt(() -> stream.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            attempt(stream::flush);
        }

        private void attempt(Step step) throws IOException {
            IOException earlier = failure;
            if (earlier != null) {
                throw earlier;
            }
            try {
                step.take();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }
}
