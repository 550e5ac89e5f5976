// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A log of an application that throws, fails, or answers late or never, now and then. */
final class HostileLog implements WriteAheadLog {
    private static final long LATEST = 20_000_000_000L;

    private final SimulatedProcess process;
    private final Random random;
    private final int oneIn;
    private boolean hasFailed;

    HostileLog(SimulatedProcess process, Random random) {
        this.process = process;
        this.random = random;
        this.oneIn = 4 + random.nextInt(40);
    }

    /** Whether a batch with this log may end early. */
    boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        perhapsThrow();
        return Optional.empty();
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return future();
    }

    @Override
    public void response(OperationName name, RequestStatus status) {
        perhapsThrow();
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return future();
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return future();
    }

    private CompletableFuture<Void> future() {
        perhapsThrow();
        CompletableFuture<Void> written = new CompletableFuture<>();
        switch (random.nextInt(3 * oneIn)) {
            case 0 -> {} // never
            case 1 -> {
                hasFailed = true;
                process.execute(() -> written.completeExceptionally(new IOException("the log is broken")));
            }
            case 2 -> {
                hasFailed = true;
                return null;
            }
            case 3, 4, 5 -> process.after((long) (random.nextDouble() * LATEST), () -> written.complete(null));
            case 6, 7, 8 -> written.complete(null);
            default -> process.execute(() -> written.complete(null));
        }
        return written;
    }

    private void perhapsThrow() {
        Throwable thrown = switch (random.nextInt(4 * oneIn)) {
            case 0 -> new IllegalStateException("the log throws");
            case 1 -> new IOException("the log throws what it does not declare");
            case 2 -> new AssertionError("the log throws an Error");
            default -> null;
        };
        if (thrown != null) {
            hasFailed = true;
            HostileLog.<RuntimeException>sneak(thrown);
        }
    }

    /** Throws a checked exception undeclared, as other languages do. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
