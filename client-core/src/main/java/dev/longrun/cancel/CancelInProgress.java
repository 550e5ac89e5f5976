// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelAnswer.Accepted;
import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelAnswer.TurnedAway;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One cancel from the first look to the verdict. Holds the order of steps; what each answer means is decided elsewhere.
 */
final class CancelInProgress {
    private final OperationName name;
    private final CancelOptions options;
    private final WriteAheadLog log;
    private final Steps steps = new Steps();
    private final Looking looking;
    private final Asking asking;
    private RequestStatus earlier = RequestStatus.NOT_SENT;

    CancelInProgress(CancelTools tools, OperationName name, CancelOptions options) {
        Deadline deadline = Deadline.after(options.timeout(), tools.time());
        this.name = name;
        this.options = options;
        this.log = options.writeAheadLog();
        this.looking = new Looking(tools, name, options, deadline, steps);
        this.asking = new Asking(tools, name, options, deadline, steps, looking);
    }

    /** To cancel the future that this returns ends the asking and the reading, and takes nothing back. */
    CompletableFuture<CancelOutcome> run() {
        CompletableFuture<CancelOutcome> outcome = new CompletableFuture<>();
        begin().handle(this::written).thenCompose(Function.identity()).whenComplete((verdict, failure) -> {
            if (failure == null) {
                outcome.complete(verdict);
            } else {
                outcome.completeExceptionally(Steps.unwrapped(failure)); // as the caller of cancel gets it
            }
        });
        outcome.whenComplete((verdict, failure) -> {
            if (outcome.isCancelled()) {
                steps.stop();
            }
        });
        return outcome;
    }

    private CompletableFuture<CancelOutcome> begin() {
        try {
            return first();
        } catch (LongrunException logFailed) {
            return CompletableFuture.failedFuture(logFailed);
        }
    }

    private CompletableFuture<CancelOutcome> first() {
        if (options.strict() && !name.isCancelDocumented()) {
            return CompletableFuture.completedFuture(
                    Verdict.keptBack(name, looking.evidence(RequestStatus.NOT_SENT, List.of())));
        }
        Optional<RequestStatus> begun = log.previousRequest(name);
        if (begun.isPresent()) {
            earlier = begun.get();
            return looking.look().thenCompose(this::goOn);
        }
        return options.readFirst() ? looking.read().thenCompose(this::intendIfRunning) : intend();
    }

    /** One whose request was taken, and that cannot be read now, is not asked again for that. */
    private CompletableFuture<CancelOutcome> goOn(Optional<Operation> seen) {
        if (seen.isPresent()) {
            return intendIfRunning(seen.get());
        }
        return earlier == RequestStatus.ACCEPTED ? watch(earlier, List.of()) : intend();
    }

    private CompletableFuture<CancelOutcome> intendIfRunning(Operation seen) {
        return seen.done()
                ? CompletableFuture.completedFuture(Verdict.done(seen, looking.evidence(earlier, List.of())))
                : intend();
    }

    private CompletableFuture<CancelOutcome> intend() {
        return log.intent(name).thenCompose(nothing -> asking.ask()).thenCompose(this::answered);
    }

    private CompletableFuture<CancelOutcome> answered(CancelAnswer answer) {
        RequestStatus before =
                asking.lostOne() && earlier != RequestStatus.ACCEPTED ? RequestStatus.AMBIGUOUS : earlier;
        if (answer instanceof Refused refused) {
            log.response(name, before.mayHaveTakenEffect() ? before : RequestStatus.REJECTED);
            return looking.look().thenCompose(seen -> refused(refused, seen, before));
        }
        RequestStatus request = answer instanceof Accepted ? RequestStatus.ACCEPTED : before;
        if (answer instanceof TurnedAway away && !request.mayHaveTakenEffect()) {
            return CompletableFuture.failedFuture(away.cause());
        }
        log.response(name, request);
        return watch(request, answer.requestIds());
    }

    /**
     * A refusal says nothing against a request that was made before: the operation may be on its way to stop for that
     * one.
     */
    private CompletableFuture<CancelOutcome> refused(Refused refused, Optional<Operation> seen, RequestStatus before) {
        if (before.mayHaveTakenEffect() && refused.kind() != Refused.Kind.NO_METHOD) {
            return seen.filter(Operation::done)
                    .map(done -> CompletableFuture.completedFuture(
                            Verdict.done(done, looking.evidence(before, refused.requestIds()))))
                    .orElseGet(() -> watch(before, refused.requestIds()));
        }
        CancelEvidence evidence = looking.evidence(RequestStatus.REJECTED, refused.requestIds());
        return CompletableFuture.completedFuture(
                seen.map(operation -> Verdict.afterRefusal(refused, operation, evidence))
                        .orElseGet(() -> Verdict.afterRefusal(
                                name, refused, looking.looks().lastError().orElseThrow(), evidence)));
    }

    private CompletableFuture<CancelOutcome> watch(RequestStatus request, List<String> requestIds) {
        Duration initialDelay =
                request == RequestStatus.ACCEPTED ? options.pollBackoff().first() : Duration.ZERO;
        return looking.watch(initialDelay)
                .thenApply(end -> Verdict.afterWatch(end, looking.evidence(request, requestIds)));
    }

    /** The outcome reaches the log before the caller, who gets it even if the log fails. */
    private CompletableFuture<CancelOutcome> written(@Nullable CancelOutcome outcome, @Nullable Throwable failure) {
        if (outcome != null) {
            return log.outcome(outcome).handle((nothing, unwritten) -> outcome);
        }
        LongrunException cause = Steps.asLongrun(failure);
        return log.failure(name, cause)
                .handle((nothing, unwritten) -> CompletableFuture.<CancelOutcome>failedFuture(cause))
                .thenCompose(Function.identity());
    }
}
