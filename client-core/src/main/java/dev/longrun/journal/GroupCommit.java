// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines in order, on a thread of its own. The lines that came during a force to the disk are written and forced
 * together, so that many cancels share one force. After a failure nothing is written, so that at most the last line is
 * torn.
 */
final class GroupCommit {
    private final String file;
    private final FileChannel channel;
    private final ExecutorService writer;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicLong forces = new AtomicLong();
    private volatile @Nullable IOException failure;

    // Guarded by this.
    private List<Line> queue = new ArrayList<>();
    private boolean handedOver;
    private boolean closed;

    private record Line(String text, boolean force, CompletableFuture<Void> written) {}

    /** @param writer for these lines alone; {@link #close} shuts it down */
    GroupCommit(String file, FileChannel channel, ExecutorService writer) {
        this.file = file;
        this.channel = channel;
        this.writer = writer;
    }

    /**
     * Completes on the writing thread, once the line is handed to the system and, with {@code force}, is on the disk.
     * The continuations of the future must not block, and must not close the journal.
     */
    synchronized CompletableFuture<Void> write(String line, boolean force) {
        return closed
                ? CompletableFuture.failedFuture(
                        new ConfigurationException("journal " + file + " is closed, so nothing more is sent"))
                : add(new Line(line + '\n', force, new CompletableFuture<>()));
    }

    private synchronized CompletableFuture<Void> add(Line line) {
        if (!handedOver) {
            writer.execute(this::writeAll);
            handedOver = true;
        }
        queue.add(line);
        return line.written();
    }

    /** The number of forces to the disk. */
    long forces() {
        return forces.get();
    }

    /** Writes and forces the remaining lines. */
    void close() throws IOException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                add(new Line("", true, end));
            }
        }
        end.handle((nothing, failed) -> true)
                .join(); // the writer writes: an interrupt of this thread would close the file
        writer.shutdown();
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void writeAll() {
        for (List<Line> batch = take(); !batch.isEmpty(); batch = take()) {
            commit(batch);
        }
    }

    private synchronized List<Line> take() {
        List<Line> taken = queue;
        queue = new ArrayList<>();
        handedOver = !taken.isEmpty();
        return taken;
    }

    private void commit(List<Line> batch) {
        try {
            if (failure == null) {
                write(batch);
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) { // such as no memory: every line must be completed
            failure = new IOException(e.toString(), e);
        }
        IOException failed = failure;
        for (Line line : batch) {
            if (failed == null) {
                line.written().complete(null);
            } else {
                line.written().completeExceptionally(refusal(failed));
            }
        }
    }

    private void write(List<Line> batch) throws IOException {
        var bytes = new ByteArrayOutputStream();
        batch.forEach(line -> bytes.writeBytes(line.text().getBytes(UTF_8)));
        ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        if (batch.stream().anyMatch(Line::force)) {
            channel.force(false);
            forces.incrementAndGet();
        }
    }

    private ConfigurationException refusal(IOException cause) {
        return new ConfigurationException(
                "journal " + file + " cannot be written, so nothing more is sent: " + cause.getMessage()
                        + ". Make room or move the journal, then resume",
                cause);
    }
}
