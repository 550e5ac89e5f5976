// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelEvidence.Request;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.Time;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.Readings;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One cancel from the first look to the verdict. Holds the order of steps; what each answer means is decided elsewhere. */
final class CancelInProgress {
    private final Operations operations;
    private final OperationWatcher watcher;
    private final OperationName name;
    private final CancelOptions options;
    private final Deadline deadline;
    private volatile CompletableFuture<?> watching = new CompletableFuture<>();

    CancelInProgress(
            Operations operations, OperationWatcher watcher, Time time, OperationName name, CancelOptions options) {
        this.operations = operations;
        this.watcher = watcher;
        this.name = name;
        this.options = options;
        this.deadline = Deadline.after(options.timeout(), time);
    }

    /** To cancel the future that this returns ends the reading, and takes nothing back. */
    CompletableFuture<CancelOutcome> run() {
        CompletableFuture<CancelOutcome> outcome = steps().thenApply(verdict -> verdict);
        outcome.whenComplete((verdict, failure) -> {
            if (outcome.isCancelled()) {
                watching.cancel(false);
            }
        });
        return outcome;
    }

    private CompletableFuture<CancelOutcome> steps() {
        if (options.strict() && name instanceof OperationName.Uncancellable) {
            return CompletableFuture.completedFuture(keptBack());
        }
        return options.firstLook() ? lookFirst() : ask();
    }

    private CompletableFuture<CancelOutcome> lookFirst() {
        return inTime().getAsync(name).thenCompose(seen -> {
            options.listener().accept(seen);
            return seen.done()
                    ? CompletableFuture.completedFuture(
                            new CancelOutcome.AlreadyDone(name, seen, evidence(Request.NOT_SENT, List.of(), seen)))
                    : ask();
        });
    }

    private CompletableFuture<CancelOutcome> ask() {
        return operations
                .with(halfTheTime())
                .cancelAsync(name)
                .<CancelAnswer>thenApply(nothing -> new CancelAnswer.Accepted())
                .exceptionally(failure -> CancelAnswer.of(asLongrun(failure)))
                .thenCompose(answer -> answer instanceof Refused refused ? lookAfter(refused) : watch(answer));
    }

    private CompletableFuture<CancelOutcome> watch(CancelAnswer answer) {
        boolean accepted = answer instanceof CancelAnswer.Accepted;
        WatchOptions watch = new WatchOptions(
                atLeastAMoment(deadline.remaining()),
                accepted ? options.pauses().first() : Duration.ZERO,
                options.pauses(),
                options.listener());
        CompletableFuture<WatchOutcome> watched = watcher.watch(name, watch);
        watching = watched;
        return watched.thenApply(
                end -> Verdict.afterWatch(end, evidence(answer.request(), answer.requestIds(), end.readings())));
    }

    private CompletableFuture<CancelOutcome> lookAfter(Refused refused) {
        return inTime().getAsync(name)
                .<CancelOutcome>thenApply(read ->
                        Verdict.afterRefusal(refused, read, evidence(Request.REFUSED, refused.requestIds(), read)))
                .exceptionally(failure -> unread(refused, asLongrun(failure)));
    }

    private CancelOutcome unread(Refused refused, LongrunException error) {
        return Verdict.afterRefusal(
                name,
                refused,
                error,
                new CancelEvidence(
                        Request.REFUSED,
                        false,
                        1,
                        deadline.elapsed(),
                        Optional.empty(),
                        Optional.of(error),
                        refused.requestIds()));
    }

    private CancelOutcome keptBack() {
        Status status = Status.of(Code.UNIMPLEMENTED, "not documented as cancellable; nothing was sent (strict)");
        return new CancelOutcome.Unsupported(
                name,
                status,
                Verdict.documented(name),
                new CancelEvidence(
                        Request.NOT_SENT, false, 0, deadline.elapsed(), Optional.empty(), Optional.empty(), List.of()));
    }

    private Operations inTime() {
        return operations.with(CallOptions.standard().withTimeout(atLeastAMoment(deadline.remaining())));
    }

    /** A server that never answers the cancel may answer a read, so time is kept for that. */
    private CallOptions halfTheTime() {
        Duration half = atLeastAMoment(Duration.ofNanos(deadline.remaining().toNanos() / 2));
        Duration quarter = atLeastAMoment(Duration.ofNanos(half.toNanos() / 2));
        CallOptions standard = CallOptions.standard();
        return standard.withTimeout(half)
                .withAttemptTimeout(
                        quarter.compareTo(standard.attemptTimeout()) < 0 ? quarter : standard.attemptTimeout());
    }

    private static Duration atLeastAMoment(Duration remaining) {
        return remaining.isZero() ? Duration.ofMillis(1) : remaining;
    }

    private CancelEvidence evidence(Request request, List<String> ids, Operation read) {
        boolean seen = read.info().cancelRequested().orElse(false);
        return new CancelEvidence(request, seen, 1, deadline.elapsed(), Optional.of(read), Optional.empty(), ids);
    }

    private CancelEvidence evidence(Request request, List<String> ids, Readings readings) {
        boolean acknowledged = readings.cancelSeen() || readings.last().orElse(null) instanceof Operation.Cancelled;
        return new CancelEvidence(
                request,
                acknowledged,
                readings.polls(),
                deadline.elapsed(),
                readings.last(),
                readings.lastError(),
                ids);
    }

    private static LongrunException asLongrun(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof LongrunException known) {
            return known;
        }
        throw new CompletionException(cause);
    }
}
