// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.simulation.ModelOperation.End;
import dev.longrun.simulation.ServiceRecord.What;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one cancel says became of its operation, compared with the record of the service. */
final class CancelClaim {
    private static final long LAST_PART = 10_000_000_000L;

    private final SimulatedClient client;
    private final ModelOperation operation;
    private final Set<Integer> clients;
    private final boolean isResumed;
    private final long begun;
    private final long deadline;
    private int endings;
    private long ended;
    private CancelOutcome outcome;
    private Throwable failure;
    private boolean isAbandoned;

    /**
     * @param clients those that asked for this cancel: this one, and those of the processes that it resumes
     * @param isResumed whether an earlier process may have sent a request
     */
    CancelClaim(
            SimulatedClient client,
            ModelOperation operation,
            Set<Integer> clients,
            boolean isResumed,
            long begun,
            long timeout) {
        this.client = client;
        this.operation = operation;
        this.clients = clients;
        this.isResumed = isResumed;
        this.begun = begun;
        this.deadline = begun + timeout;
    }

    void end(CancelOutcome result, Throwable thrown, long now) {
        endings++;
        ended = now;
        outcome = result;
        failure = thrown;
    }

    /** The caller cancelled the future, or closed the batch. */
    void abandon() {
        isAbandoned = true;
    }

    long deadline() {
        return deadline;
    }

    boolean hasEnded() {
        return endings > 0;
    }

    String kind() {
        return outcome == null ? "failed" : outcome.kind().name();
    }

    void check() {
        if (client.process().isKilled() && endings == 0) {
            return;
        }
        require(endings == 1 || endings == 0 && isAbandoned, () -> "ended " + endings + " times");
        if (endings != 1 || isAbandoned) {
            return;
        }
        require(ended <= deadline + client.slack(), () -> "ended " + Trace.seconds(ended - deadline) + " late");
        if (outcome == null) {
            checkFailure();
        } else {
            checkOutcome();
        }
    }

    private void checkFailure() {
        require(failure instanceof LongrunException, () -> "failed with " + failure);
        require(!taken(begun), () -> "an exception although a cancel was taken: " + failure);
        boolean early = failure instanceof LongrunException known && known.isRetryable() && ended < nearDeadline();
        boolean unreadable = recorded(What.READ_REFUSED, begun, ended) || recorded(What.UNREADABLE_SHOWN, begun, ended);
        require(
                !early || unreadable || wasClosed(),
                () -> "gave up " + Trace.seconds(deadline - ended) + " early: " + failure);
    }

    private void checkOutcome() {
        boolean done = operation.isDone(ended);
        End end = operation.end();
        boolean sent = isResumed || recorded(What.CANCEL_SENT, 0, ended);
        boolean taken = taken(isResumed ? 0 : begun);
        switch (outcome.kind()) {
            case CANCELLED -> require(done && sent && end == End.CANCELLED, "it was not cancelled");
            case COMPLETED_ANYWAY ->
                require(done && sent && (end == End.SUCCESS || end == End.EMPTY), "it did not complete");
            case FAILED_ANYWAY -> require(done && sent && end == End.FAILURE, "it did not fail");
            case ENDED -> require(false, "the model's service tells how an operation ends");
            case ALREADY_DONE -> {
                require(done, "it ran");
                require(!taken, "a cancel had been taken");
            }
            case NOT_CANCELLABLE -> {
                require(!taken, "a cancel had been taken");
                require(recorded(What.CANCEL_REJECTED, begun, ended), "no cancel was rejected");
            }
            case UNSUPPORTED -> {
                require(!taken, "a cancel had been taken");
                require(recorded(What.NO_METHOD, begun, ended), "the service knew the method");
            }
            case NOT_FOUND -> {
                require(!taken, "a cancel had been taken");
                require(operation.wasGone(begun, ended) || recorded(What.READ_REFUSED, begun, ended), "it was there");
            }
            case STILL_RUNNING -> checkStillRunning();
            case UNKNOWN -> checkUnknown();
            default -> require(false, "a kind that the model has not");
        }
    }

    /** The outcome says truly when the operation was seen to run, and a read was made shortly before the deadline. */
    private void checkStillRunning() {
        require(ended >= nearDeadline(), () -> Trace.seconds(deadline - ended) + " before the deadline");
        checkNotLearnt();
        long seen = begun + outcome.evidence().lastReadAt().orElseThrow().toNanos();
        require(
                recorded(What.RUNNING_SHOWN, seen - client.slack(), seen),
                () -> "it was not read at " + Trace.seconds(seen));
        long from = deadline - Math.min(LAST_PART, (deadline - begun) / 10) - client.slack() / 2;
        boolean wasRead = wasRead(from) || client.process().isKilled(); // a read that it was killed in has no end
        require(wasRead || !client.isPunctual(), "no read in the last part of its time");
    }

    /** Whether a read of the call was over after that time, perhaps because the end of the call cut it off. */
    private boolean wasRead(long from) {
        return Stream.of(operation.name(), operation.parent())
                .anyMatch(name -> client.record()
                        .any(
                                name,
                                read -> read.what() == What.READ_OVER
                                        && clients.contains(read.client())
                                        && read.since() <= ended
                                        && read.at() >= from));
    }

    private void checkUnknown() {
        boolean permanent = operation.wasGone(begun, ended)
                || recorded(What.READ_REFUSED, begun, ended)
                || recorded(What.UNREADABLE_SHOWN, begun, ended)
                || wasClosed()
                || outcome.cause().orElse(null) instanceof ConfigurationException; // the log failed
        require(permanent || ended >= nearDeadline(), () -> Trace.seconds(deadline - ended) + " before the deadline");
        if (!permanent) {
            checkNotLearnt();
        }
    }

    /**
     * What the client learnt must not be forgotten: after its last request, and in the last quarter, it only watches.
     */
    private void checkNotLearnt() {
        long lastRequest = client.record().last(operation.name(), clients, What.CANCEL_OVER, begun, ended);
        long watches = Math.max(lastRequest, begun + (deadline - begun) / 4 * 3) + client.slack();
        require(!recorded(What.DONE_SHOWN, watches, ended - client.slack()), "the client had learnt that it had ended");
    }

    private long nearDeadline() {
        return deadline - (deadline - begun) / 10 - client.slack();
    }

    private boolean wasClosed() {
        return client.closedAt() <= ended;
    }

    /** Whether a cancel that left at that time or later was taken. */
    private boolean taken(long from) {
        return client.record()
                .any(
                        operation.name(),
                        entry -> entry.what() == What.CANCEL_TAKEN
                                && clients.contains(entry.client())
                                && entry.since() >= from
                                && entry.at() <= ended);
    }

    private boolean recorded(What what, long from, long to) {
        return client.record().any(operation.name(), clients, what, from, to);
    }

    private void require(boolean holds, String otherwise) {
        require(holds, () -> otherwise);
    }

    private void require(boolean holds, Supplier<String> otherwise) {
        client.trace()
                .require(
                        holds,
                        () -> "cancel of " + operation.name() + " by client " + clients + ", begun at "
                                + Trace.seconds(begun) + ", for " + Trace.seconds(deadline - begun) + ", ended at "
                                + Trace.seconds(ended) + " as "
                                + (outcome == null ? String.valueOf(failure) : outcome.kind()) + ": "
                                + otherwise.get());
    }
}
