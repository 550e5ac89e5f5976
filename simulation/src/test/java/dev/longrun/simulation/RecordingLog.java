// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Stands before the log of a batch and notes when each cancel begins, has its intent written, and ends. */
final class RecordingLog implements WriteAheadLog {
    private final WriteAheadLog log;
    private final SimulatedClient client;
    private final Function<OperationName, CancelClaim> newClaim;
    private final Map<String, List<CancelClaim>> claims = new HashMap<>();
    private final List<Long> begins = new ArrayList<>();
    private final Set<String> intents = new HashSet<>();

    RecordingLog(WriteAheadLog log, SimulatedClient client, Function<OperationName, CancelClaim> newClaim) {
        this.log = log;
        this.client = client;
        this.newClaim = newClaim;
    }

    /** The cancels of a name that have begun, one after the other. */
    List<CancelClaim> claims(String name) {
        return claims.getOrDefault(name, List.of());
    }

    Map<String, List<CancelClaim>> claims() {
        return claims;
    }

    /** When the cancels began. */
    List<Long> begins() {
        return begins;
    }

    /** Why no request may leave now; empty if it may. */
    String objection(String name) {
        List<CancelClaim> begun = claims(name);
        if (begun.isEmpty()) {
            return "its cancel had not begun";
        } else if (begun.get(begun.size() - 1).hasEnded()) {
            return "its cancel had ended";
        }
        return intents.contains(name) ? "" : "the log had not taken its intent";
    }

    @Override
    public Optional<RequestStatus> previousRequest(OperationName name) {
        List<CancelClaim> begun = claims.computeIfAbsent(name.value(), key -> new ArrayList<>());
        client.trace().require(begun.stream().allMatch(CancelClaim::hasEnded), () -> name + " was taken twice");
        begun.add(newClaim.apply(name));
        begins.add(client.run().world().now());
        intents.remove(name.value());
        client.trace().add(() -> client.number() + " begins " + name);
        return log.previousRequest(name);
    }

    @Override
    public CompletableFuture<Void> intent(OperationName name) {
        CompletableFuture<Void> written = log.intent(name);
        return written == null ? null : written.thenRun(() -> intents.add(name.value()));
    }

    @Override
    public void response(OperationName name, RequestStatus status) {
        log.response(name, status);
    }

    @Override
    public CompletableFuture<Void> outcome(CancelOutcome outcome) {
        end(outcome.name(), outcome, null);
        return log.outcome(outcome);
    }

    @Override
    public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
        end(name, null, cause);
        return log.failure(name, cause);
    }

    private void end(OperationName name, CancelOutcome outcome, LongrunException cause) {
        List<CancelClaim> begun = claims(name.value());
        client.trace()
                .add(() -> client.number() + " ends " + name + ": " + (outcome == null ? cause : outcome.describe()));
        begun.get(begun.size() - 1).end(outcome, cause, client.run().world().now());
    }
}
