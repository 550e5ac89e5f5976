// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The caller's log with the run listening in: it has to know which requests leave, and when the log is broken. */
record RunLog(WriteAheadLog log, Window window, Consumer<RuntimeException> broken, Consumer<OperationName> answered)
        implements WriteAheadLog {

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        Optional<RequestStatus> earlier = log.previousRequest(name);
        if (earlier.filter(RequestStatus::mayHaveTakenEffect).isPresent()) {
            window.send(name); // by an earlier run
        }
        return earlier;
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return log.intent(name).whenComplete((nothing, failure) -> {
            if (failure != null) {
                broken.accept(asUnchecked(failure));
            } else if (!window.send(name)) {
                throw new CancellationException("the run was closed before " + name + " was asked for");
            }
        });
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        @Nullable Throwable cause = Steps.unwrapped(failure);
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new NotSentException("the log could not take an intent, so nothing more is sent", failure);
    }

    @Override
    public void response(OperationName name, RequestStatus request) {
        log.response(name, request);
        answered.accept(name);
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        return log.outcome(outcome);
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return log.failure(name, cause);
    }
}
