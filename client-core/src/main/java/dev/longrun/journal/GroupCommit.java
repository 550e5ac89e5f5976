// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines in order, on a thread of its own. The lines that came during a force to the disk are written and forced
 * together, so that many cancels share one force. Lines wait in bounded memory: where the disk falls behind, the lines
 * that begin something are refused, and those that end it are taken. After a failure nothing is written, so that at
 * most the last line is torn.
 */
final class GroupCommit {
    private static final long LEAST = 8L << 20;
    private static final long MOST = 64L << 20;

    /** A disk can freeze. */
    private static final int CLOSE_SECONDS = 4;

    private final JournalFile file;
    private final ExecutorService writer;
    private final long room;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicLong forces = new AtomicLong();
    private volatile @Nullable IOException failure;

    // Guarded by this.
    private List<Line> queue = new ArrayList<>();
    private List<Line> batch = new ArrayList<>();
    private long queued;
    private boolean handedOver;
    private boolean closed;

    private static final class Line {
        final byte[] bytes;
        final boolean force;
        final boolean isLast;
        final CompletableFuture<Void> written;

        Line(byte[] bytes, boolean force) {
            this.bytes = bytes;
            this.force = force;
            this.isLast = false;
            this.written = new CompletableFuture<>();
        }

        /** The end, after which the file is closed. */
        Line(CompletableFuture<Void> end) {
            this.bytes = new byte[0];
            this.force = true;
            this.isLast = true;
            this.written = end;
        }
    }

    /** @param writer for these lines alone; {@link #close} shuts it down */
    GroupCommit(JournalFile file, ExecutorService writer) {
        this(file, writer, Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / 8)));
    }

    /** @param room how many bytes may wait for the disk before a forced line is refused */
    GroupCommit(JournalFile file, ExecutorService writer, long room) {
        this.file = file;
        this.writer = writer;
        this.room = room;
    }

    /**
     * Completes on the writing thread, once the line is handed to the system and, with {@code force}, is on the disk.
     * The continuations of the future must not block, and must not close the journal.
     *
     * @param line with its line break
     */
    synchronized CompletableFuture<Void> write(byte[] line, boolean force) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new ConfigurationException("journal " + file.path() + " is closed, so nothing more is sent"));
        } else if (force && queued + line.length > room) {
            return CompletableFuture.failedFuture(new ConfigurationException("journal " + file.path()
                    + ": the disk does not respond, and " + queued + " bytes wait for it, so nothing more is sent"));
        }
        return add(new Line(line, force));
    }

    private synchronized CompletableFuture<Void> add(Line line) {
        queue.add(line);
        queued += line.bytes.length;
        if (!handedOver) {
            handedOver = true;
            handOver(line);
        }
        return line.written;
    }

    private void handOver(Line only) {
        try {
            writer.execute(this::writeAll);
        } catch (RuntimeException | Error notStarted) { // such as no thread being left
            handedOver = false;
            queue.remove(only);
            queued -= only.bytes.length;
            throw notStarted;
        }
    }

    /** The number of forces to the disk. */
    long forces() {
        return forces.get();
    }

    /**
     * Writes and forces the remaining lines, and closes the file. The writing thread does it: a frozen disk blocks a
     * close too, and an interrupt of this thread would close the file.
     *
     * @throws IOException if lines could not be written, or not within four seconds
     */
    void close() throws IOException {
        boolean first;
        synchronized (this) {
            first = !closed;
            closed = true;
        }
        if (first) {
            writeLast();
        }
        awaitEnd();
        writer.shutdown();
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void writeLast() {
        Line last = new Line(end);
        try {
            add(last);
        } catch (RuntimeException | Error noThread) { // so nothing is being written
            commit(List.of(last));
        }
    }

    private void awaitEnd() throws IOException {
        boolean interrupted = false;
        while (!end.isDone()) {
            try {
                end.get(CLOSE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // the failure tells it
            } catch (TimeoutException e) {
                writer.shutdown();
                throw new IOException("the disk did not take them within " + CLOSE_SECONDS + " s", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        for (List<Line> lines = take(); !lines.isEmpty(); lines = take()) {
            commit(lines);
        }
    }

    private synchronized List<Line> take() {
        List<Line> written = batch;
        written.clear();
        batch = queue;
        queue = written;
        handedOver = !batch.isEmpty();
        return batch;
    }

    private void commit(List<Line> lines) {
        try {
            if (failure == null) {
                write(lines);
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException | Error e) { // such as no memory: every line must be completed
            failure = new IOException(e.toString(), e);
        }
        makeRoom(lines);
        for (Line line : lines) {
            if (line.isLast) {
                closeFile();
            }
            IOException failed = failure;
            if (failed == null) {
                line.written.complete(null);
            } else {
                line.written.completeExceptionally(refusal(failed));
            }
        }
    }

    /** Before the lines are completed, as what follows one may write the next. */
    private synchronized void makeRoom(List<Line> written) {
        written.forEach(line -> queued -= line.bytes.length);
    }

    private void write(List<Line> lines) throws IOException {
        file.append(lines.stream().map(line -> line.bytes).toList());
        if (lines.stream().anyMatch(line -> line.force)) {
            file.channel().force(false);
            forces.incrementAndGet();
        }
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }

    private ConfigurationException refusal(IOException cause) {
        String hint = cause instanceof JournalLock.LostException
                ? ". Wait for that process to end, then resume"
                : ". Make room or move the journal, then resume";
        return new ConfigurationException(
                "journal " + file.path() + " cannot be written, so nothing more is sent: " + cause.getMessage() + hint,
                cause);
    }
}
