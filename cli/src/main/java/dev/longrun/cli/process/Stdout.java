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
 * Where data goes, in UTF-8. Keeps why it could not be written, which a {@link PrintStream} forgets; and as that one
 * does, throws nothing. Once something could not be written nothing more is, so that what was written is a whole
 * beginning.
 */
public final class Stdout extends PrintStream {
    private final Sink sink;

    private Stdout(Sink sink) {
        super(new BufferedOutputStream(sink), true, UTF_8);
        this.sink = sink;
    }

    /** Lines that go there as soon as they are printed. */
    public static Stdout over(OutputStream stream) {
        return new Stdout(new Sink(stream));
    }

    /**
     * Why data that somebody waits for was lost, such as a full disk. A reader that went away wanted no more: that is
     * no loss.
     */
    public Optional<IOException> loss() {
        return Optional.ofNullable(sink.failure).filter(failure -> !isReaderGone(failure));
    }

    /** Java has no other sign of EPIPE than the system's words for it. */
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
