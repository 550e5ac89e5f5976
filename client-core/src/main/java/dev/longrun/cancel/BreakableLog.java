// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A log that throws is broken, and so is a run that relies on it. What was thrown costs nobody the truth, though: where
 * it came before a request, the request is not sent; where it came after one, the cancel goes on to its outcome.
 */
record BreakableLog(WriteAheadLog log, Consumer<RuntimeException> broken) implements WriteAheadLog {

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        try {
            return log.previousRequest(name);
        } catch (Throwable thrown) { // checked ones too: other languages do not declare them
            throw broken(name, thrown);
        }
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return taken(name, () -> log.intent(name));
    }

    @Override
    public void response(OperationName name, RequestStatus request) {
        try {
            log.response(name, request);
        } catch (Throwable thrown) {
            broken(name, thrown);
        }
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return taken(outcome.name(), () -> log.outcome(outcome));
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return taken(name, () -> log.failure(name, cause));
    }

    private CompletableFuture<Void> taken(OperationName name, Supplier<CompletableFuture<Void>> line) {
        try {
            return line.get();
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(broken(name, thrown));
        }
    }

    private NotSentException broken(OperationName name, Throwable thrown) {
        var told = new NotSentException(name + ": the log failed, so nothing more is sent: " + thrown, thrown);
        broken.accept(thrown instanceof RuntimeException unchecked ? unchecked : told);
        return told;
    }
}
