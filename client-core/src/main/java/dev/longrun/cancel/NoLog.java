// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class NoLog implements WriteAheadLog {
    static final NoLog INSTANCE = new NoLog();

    private NoLog() {}

    @Override
    public Optional<RequestStatus> earlier(OperationName name) {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void answer(OperationName name, RequestStatus request) {}

    @Override
    public CompletableFuture<Void> verdict(CancelOutcome outcome) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        return CompletableFuture.completedFuture(null);
    }
}
